/** What a person does next: they write, or tap a button of a card in their chat. */
import type { Person } from '../../src/platform/people/person.js';
import { buttons, type CardButton, dialogButtons, inputIds, inputValues, parts } from '../support/cards.js';
import { seeded } from '../support/random.js';
import { oneOf } from './faults.js';

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
  /** What is filled in when the button opens a form. A client without dialogs gets the form as a message. */
  filledIn?: Record<string, unknown>;
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

const NARRATIVES = {
  high: 'El guardia empujó a una señora en la puerta y la amenazó con sacarla a golpes.',
  medium: 'La cajera le gritó groserías a un señor mayor delante de toda la fila.',
  low: 'En la ventanilla no explicaron los pasos de la cita y respondieron sin mirar a la usuaria.',
};
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
  'case.accept': 8,
  'case.undo': 4,
  'case.ask': 3,
  'case.reply': 6,
  'case.add': 2,
  'case.reject': 2,
  'case.contest': 5,
  'case.reclassify': 3,
  'case.escalate': 2,
  'case.reassign': 1,
  'case.close': 6,
  'case.reopen': 2,
  'case.withdraw': 1,
  'case.hold': 1,
  'case.release': 1,
  'case.identify': 1,
};

interface Option {
  weight: number;
  move: (dice: () => number, marker: string) => Move;
}

/**
 * @param pick in [0, 1): decides all that is left to chance.
 * @param marker for what is told this time.
 */
export function moveOf(person: Person, chat: readonly ChatCard[], pick: number, marker: string): Move {
  const dice = seeded(Math.floor(pick * 2 ** 31));
  const options = [...writing(person), ...chat.slice(-IN_SIGHT).flatMap(tapping)];
  let left = dice() * options.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = options.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return (chosen ?? oneOf(dice, options)).move(dice, marker);
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
        move: (dice, marker) => {
          const filledIn = typedFor(verb, dice, marker);
          const about = typeof data.id === 'string' ? data.id : '';
          return { click: { card: id, verb, data, filledIn }, expects: '', marker, about };
        },
      },
    ];
  });
}

/** The button of a form that came as a message. */
function submitting(card: object): CardButton[] {
  return parts(card)
    .filter(({ type, data }) => type === 'Action.Submit' && (data as Data | undefined)?.standalone === 'true')
    .map(({ title, data }) => {
      const { verb } = data as Data;
      return { verb: String(verb), title: String(title), data: data as Data, sendsInputs: true };
    });
}

type Data = Record<string, unknown>;

function tappingButtons(id: string, card: object): Option[] {
  const forms = submitting(card);
  return [...buttons(card), ...forms].flatMap((button): Option[] => {
    const { verb, data, sendsInputs } = button;
    const weight = EAGERNESS[verb];
    if (weight === undefined) return [];
    const isSubmit = forms.includes(button);
    return [
      {
        weight,
        move: (dice, marker) => {
          const told = sendsInputs ? filledIn(card, verb, dice, marker) : { inputs: {}, marker: '' };
          const about = typeof data.id === 'string' ? data.id : '';
          return {
            click: { card: id, verb, data: { ...data, verb, ...told.inputs }, isSubmit },
            expects: '',
            marker: told.marker,
            about,
          };
        },
      },
    ];
  });
}

/** The inputs that a person fills in for a verb, beside what the card holds already. */
function filledIn(
  card: object,
  verb: string,
  dice: () => number,
  marker: string,
): { inputs: Record<string, unknown>; marker: string } {
  const typed = typedFor(verb, dice, marker);
  const known = new Set(inputIds(card));
  const inputs = Object.fromEntries(Object.entries(typed).filter(([id]) => known.has(id)));
  const tells = Object.values(inputs).some((value) => value.includes(marker));
  return { inputs: { ...inputValues(card), ...inputs }, marker: tells ? marker : '' };
}

/** @returns the values of the inputs by id. */
function typedFor(verb: string, dice: () => number, marker: string): Record<string, string> {
  const words = `Palabras sobre esto: ${marker}`;
  switch (verb) {
    case 'report.assess':
      return {
        narrative: `${oneOf(dice, Object.values(NARRATIVES))} Ref ${marker}.`,
        confidential: String(dice() < 0.25),
      };
    case 'case.close':
      return { outcomes: 'conversation', summary: words };
    case 'case.reclassify':
      return { level: oneOf(dice, ['low', 'medium', 'high']), reclassifyReason: words };
    case 'case.reassign':
      return {
        person: `00000000-0000-4000-8000-00000000000${oneOf(dice, [1, 2, 3, 4])}`,
        reassignReason: words,
      };
    case 'case.reply':
      return { answer: words };
    case 'case.ask':
      return { question: words };
    case 'case.add':
      return { words };
    case 'case.accept':
      return { note: words };
    default:
      return { reason: words, escalateReason: words, holdReason: words, identifyReason: words };
  }
}
