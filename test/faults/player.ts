/** What a person does next: they write, or tap a button of a card in their chat. */
import type { Person } from '../../src/platform/people/person.js';
import { buttons, dialogButtons } from '../support/cards.js';
import { seeded } from '../support/random.js';
import { oneOf } from './faults.js';
import { filledIn, formButtons, type Occasion, typedFor } from './filling-in.js';

/** A message of the bot as it stands in the chat now. */
export interface ChatCard {
  id: string;
  card?: object;
}

/** A tap of a button, with what it sends. */
export interface Click {
  card: string;
  verb: string;
  data: Record<string, unknown>;
  /** What is typed when the button opens a form. A client without dialogs gets the form as a message. */
  filledIn?: Record<string, string>;
  /** The button is the same for all clients. */
  isSubmit?: boolean;
}

/** What a person sends. Exactly one of `text` and `click` is set. */
export interface Move {
  text?: string;
  click?: Click;
  /** What an answer must show; empty when any will do. */
  expects: string;
  /** A word that stands nowhere else, of what is told; empty when nothing is told. */
  marker: string;
  /** The draft or case that it is about. */
  about: string;
}

/** The newest cards; people seldom scroll further. */
const IN_SIGHT = 6;

/** Questions, with words that stand in their answer and in no other. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['¿Qué es el robotismo?', 'El «robotismo»'],
  ['¿Cuáles son los ejes de la política?', 'Ejes estratégicos'],
];

/** How likely a person is to tap a button, beside others. */
const EAGERNESS: Readonly<Record<string, number>> = {
  'report.assess': 30,
  'report.submit': 40,
  'report.reroute': 6,
  'report.edit': 1,
  'report.cancel': 1,
  'case.accept': 14,
  'case.undo': 4,
  'case.ask': 3,
  'case.reply': 6,
  'case.add': 2,
  'case.reject': 2,
  'case.contest': 5,
  'case.reclassify': 3,
  'case.escalate': 2,
  'case.reassign': 1,
  'case.close': 18,
  'case.reopen': 2,
  'case.withdraw': 1,
  'case.hold': 1,
  'case.release': 1,
  'case.identify': 1,
  'case.view': 1,
  'case.place': 2,
  'case.health': 2,
  'commitment.add': 4,
  'commitment.done': 3,
  'commitment.extend': 3,
  'commitments.mine': 1,
  'voice.answer': 30,
  'voice.report': 3,
};

interface Option {
  weight: number;
  move: (dice: () => number, occasion: Occasion) => Move;
}

/** @param pick in [0, 1): decides all that is left to chance. */
export function moveOf(person: Person, chat: readonly ChatCard[], pick: number, occasion: Occasion): Move {
  const dice = seeded(Math.floor(pick * 2 ** 31));
  const options = [...writing(person), ...chat.slice(-IN_SIGHT).flatMap(tapping)];
  let left = dice() * options.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = options.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return (chosen ?? oneOf(dice, options)).move(dice, occasion);
}

function writing({ roles }: Person): Option[] {
  const write = (weight: number, text: string, expects: string): Option => ({
    weight,
    move: () => ({ text, expects, marker: '', about: '' }),
  });
  return [
    write(roles.length === 0 ? 12 : 2, 'reportar', 'Cuéntame qué pasó'),
    ...QUESTIONS.map(([text, expects]) => write(2, text, expects)),
    write(1, 'mis casos', 'Mis casos'),
    ...(roles.includes('leader') ? [write(1, 'bandeja', 'Bandeja:')] : []),
  ];
}

function tapping({ id, card }: ChatCard): Option[] {
  if (!card) return [];
  return [...tappingButtons(id, card), ...openingForms(id, card)];
}

/** Opens a form in a dialog, fills it in and sends it. */
function openingForms(id: string, card: object): Option[] {
  return dialogButtons(card).flatMap(({ verb, data }): Option[] => {
    const weight = EAGERNESS[verb];
    if (weight === undefined) return [];
    return [
      {
        weight,
        move: (dice, occasion) => {
          const typed = typedFor(verb, dice, occasion);
          const click = { card: id, verb, data, filledIn: typed };
          return { click, expects: '', marker: tellingIn(typed, occasion), about: idIn(data) };
        },
      },
    ];
  });
}

function tappingButtons(id: string, card: object): Option[] {
  const forms = formButtons(card);
  return [...buttons(card), ...forms].flatMap((button): Option[] => {
    const { verb, data, sendsInputs } = button;
    const weight = EAGERNESS[verb];
    if (weight === undefined) return [];
    const isSubmit = forms.includes(button);
    return [
      {
        weight,
        move: (dice, occasion) => {
          const inputs = sendsInputs ? filledIn(card, typedFor(verb, dice, occasion)) : {};
          return {
            click: { card: id, verb, data: { ...data, verb, ...inputs }, isSubmit },
            expects: '',
            marker: tellingIn(inputs, occasion),
            about: idIn(data),
          };
        },
      },
    ];
  });
}

/** The marker, if it is told; empty otherwise. */
const tellingIn = (inputs: Record<string, string>, { marker }: Occasion): string =>
  Object.values(inputs).some((value) => value.includes(marker)) ? marker : '';

const idIn = ({ id }: Record<string, unknown>): string => (typeof id === 'string' ? id : '');
