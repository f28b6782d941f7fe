/** Which words of a message become part of the story. Pure. */
import { withholdsName } from '../../../platform/dialogue/slots.js';
import { fold, wordSet, words } from '../../../platform/text/fold.js';
import { sentencesOf } from '../../../platform/text/sentences.js';

/** More words than these say something besides. */
const MOST_WORDS_OF_RESERVE = 8;
/** "Un usuario puso una queja anónima" tells; these speak of who writes. */
const OF_WHO_WRITES = /\b(nombre|name|reserva\w*|confiden\w*)\b/;
const ASKS =
  /[?¿]|^(y |pero )?(es|esto|eso|sera|seria|queda|puedo|puede|se puede|como|quien|is|can|how|who|will)\b/;
/** "Me dieron el carné sin el nombre" has others, and may be a part of the story. */
const OF_AN_ORDER = wordSet(
  `sin que no se sepa salga aparezca vean pongan ponga ponlo pongas digas muestres use uses mi el nombre quien quiero fui sea
  quede quedar vaya va en reserva reserve reserven reservar reservado reservada confidencia confidencial confidencialmente
  mantener mantenerlo manera de anonimo anonima anonimamente anonimato yo es por favor porfa porfis pero y q si mejor envialo
  mandalo reportalo quita quite quiten borra borre tapa oculta esconda fuera without my name anonymous anonymously keep hide
  please but send it the`,
);

/** Returns true for a text that asks a question, also without its marks. */
export const asks = (text: string): boolean => ASKS.test(fold(text));

/** Returns true for a text that orders the name to be withheld and says little besides: "¿es anónimo?" asks. */
export const asksForReserve = (text: string): boolean =>
  withholdsName(text) && words(text).length <= MOST_WORDS_OF_RESERVE && !asks(text);

/** What is about the name stays out of the story. */
const isAboutName = (sentence: string): boolean =>
  withholdsName(sentence) && (asksForReserve(sentence) || OF_WHO_WRITES.test(fold(sentence)));

/** After a semicolon the same thought goes on. */
function sentencesIn(text: string): string[] {
  const all: string[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const goesOn = all.at(-1)?.endsWith(';') ? (all.pop() ?? '') : '';
    all.push(goesOn + text.slice(start, end));
  }
  return all;
}

/** Returns true when part of a text orders the name to be withheld, and therefore stays out of the story. */
export const ordersReserve = (text: string): boolean => sentencesIn(text).some(isAboutName);

/**
 * A text without its sentences about the name: who receives the report would read "que no salga mi nombre, trabajo al lado",
 * and know who wrote it.
 * @returns '' when nothing is left.
 */
export function withoutReserve(text: string): string {
  const kept = sentencesIn(text).filter((sentence) => !isAboutName(sentence));
  return kept.join('').trim();
}

/** Returns true when more than the order is left out of the story. */
export const leavesMoreOut = (text: string): boolean =>
  sentencesIn(text)
    .filter(isAboutName)
    .some((sentence) => words(sentence).some((word) => !OF_AN_ORDER.has(fold(word))));
