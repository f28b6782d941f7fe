/** What a person may write, or choose in the menu of a message, without a button. */

import { textIn } from '../../src/features/recognitions/text/catalogue.js';
import type { Person } from '../../src/platform/people/person.js';
import { buttons, dialogButtons, parts } from '../support/cards.js';
import { QUESTION } from '../support/sure-texts.js';
import { type Occasion, somebody, typedFor } from './filling-in.js';
import type { ChatCard, Option, Sight } from './player.js';

/** Questions, with words that stand in their answer and in no other. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  [QUESTION, 'El «robotismo»'],
  ['¿Cuáles son los ejes de la política?', 'Ejes estratégicos'],
];

const { recognitions } = textIn('es');
/** As the card of a training shows it. */
const CODE = /^[2-9A-Z]{6}$/;

export function writing({ roles }: Person, { chat, channel }: Sight): Option[] {
  const write = (weight: number, text: string, expects: string): Option => ({
    weight,
    move: () => ({ text, expects, marker: '', about: '' }),
  });
  const codes = channel.flatMap(({ card }) => codeOn(card));
  return [
    write(roles.length === 0 ? 30 : 3, 'reportar', 'Cuéntame qué pasó'),
    ...QUESTIONS.map(([text, expects]) => write(2, text, expects)),
    write(1, 'mis casos', 'Mis casos'),
    ...(roles.includes('leader') ? [write(1, 'bandeja', 'Bandeja:')] : []),
    write(3, 'quiero felicitar a alguien', recognitions.title),
    write(2, 'práctica del día', 'ráctica del día'),
    ...(roles.includes('humanization') ? [write(5, 'nueva capacitación', '')] : []),
    ...codes.map((code) => write(1, `asistencia ${code}`, '')),
    ...(chat.some(isAsking) ? [answering] : []),
    quoting('report.quote', 1),
    quoting('recognition.quote', 1),
  ];
}

function codeOn(card: object | undefined): string[] {
  const texts = parts(card).flatMap(({ text }) => (typeof text === 'string' && CODE.test(text) ? text : []));
  return texts.slice(0, 1);
}

/** A question about a case waits for the answer. */
const isAsking = ({ card }: ChatCard): boolean =>
  card !== undefined && [...buttons(card), ...dialogButtons(card)].some(({ verb }) => verb === 'case.reply');

/** Writes the answer to a question instead of tapping its button; the bot asks whether it is one. */
const answering: Option = {
  weight: 6,
  move: (_dice, { marker }) => ({
    text: `Fue el martes por la mañana, en la taquilla dos (${marker})`,
    expects: '',
    marker,
    about: '',
  }),
};

/** A command in the menu of a message that somebody wrote in another chat. */
const quoting = (verb: 'report.quote' | 'recognition.quote', weight: number): Option => ({
  weight,
  move: (dice, occasion: Occasion) => ({
    click: {
      card: '',
      verb,
      data: {},
      filledIn: typedFor(verb, dice, occasion),
      quoted: { text: 'Ayer en la fila pasó algo que todos vimos.', authorId: somebody(dice, [2, 5, 6, 7]) },
    },
    expects: '',
    marker: occasion.marker,
    about: '',
  }),
});
