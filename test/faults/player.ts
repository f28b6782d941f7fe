/** What a person does next: they write, or tap a button of a card in their chat. */
import type { Person } from '../../src/platform/people/person.js';
import { buttons, dialogButtons } from '../support/cards.js';
import { seeded } from '../support/random.js';
import { oneOf } from './faults.js';
import { filledIn, formButtons, type Occasion, typedFor } from './filling-in.js';
import { EAGERNESS } from './wishes.js';
import { writing } from './writing.js';

/** A message of the bot as it stands in the chat now. */
export interface ChatCard {
  id: string;
  card?: object | undefined;
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
  /** The card stands in the channel. */
  inChannel?: boolean;
  /** The message in whose menu the command was chosen, if it is one. */
  quoted?: { text: string; authorId: string };
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

/** What a person sees: the own chat with the bot, and the channel. */
export interface Sight {
  chat: readonly ChatCard[];
  channel: readonly ChatCard[];
}

/** The newest cards; people seldom scroll further. */
const IN_SIGHT = 6;
const IN_SIGHT_OF_CHANNEL = 2;

export interface Option {
  weight: number;
  move: (dice: () => number, occasion: Occasion) => Move;
}

/** @param pick in [0, 1): decides all that is left to chance. */
export function moveOf(person: Person, all: Sight, pick: number, occasion: Occasion): Move {
  const dice = seeded(Math.floor(pick * 2 ** 31));
  const chat = all.chat.slice(-IN_SIGHT);
  const channel = all.channel.slice(-IN_SIGHT_OF_CHANNEL);
  const options = [
    ...writing(person, { chat, channel }),
    ...chat.flatMap((one) => tapping(one)),
    ...channel.flatMap(({ id, card }) => (card ? tappingButtons(id, card, { inChannel: true }) : [])),
  ];
  let left = dice() * options.reduce((sum, { weight }) => sum + weight, 0);
  const chosen = options.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return (chosen ?? oneOf(dice, options)).move(dice, occasion);
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

function tappingButtons(id: string, card: object, where: Pick<Click, 'inChannel'> = {}): Option[] {
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
            click: { card: id, verb, data: { ...data, verb, ...inputs }, isSubmit, ...where },
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

/** The id of what a button or a form is about; empty when it has none. */
export function idIn(data: object | undefined): string {
  const { id } = (data ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : '';
}
