/** Which of the listed cases a text means. Pure. */
import { placeIn } from '../../../../platform/dialogue/slots.js';
import { fold, words } from '../../../../platform/text/fold.js';

interface Listed {
  id: string;
  words: string;
}

const OTHER = /\b(otr[oa]|other)\b/;
/** Shorter words say nothing of what a case is about. */
const SHORTEST = 4;
const BEGINNING = 5;

/**
 * By its place, as the other one of two, or by a word of what it tells.
 * @param openedId the one that was opened last.
 * @returns undefined when no case is meant more than another.
 */
export function chosenIn<Some extends Listed>(
  text: string,
  cases: readonly Some[],
  openedId = '',
): Some | undefined {
  const folded = fold(text);
  const others = cases.filter(({ id }) => id !== openedId);
  if (OTHER.test(folded) && openedId !== '') return others.length === 1 ? others[0] : undefined;
  const named = byWords(folded, cases);
  if (named) return named;
  const at = placeIn(text);
  return at === undefined ? undefined : cases.at(at);
}

function byWords<Some extends Listed>(folded: string, cases: readonly Some[]): Some | undefined {
  const said = new Set(beginnings(folded));
  const scores = cases.map((one) => ({
    one,
    score: new Set(beginnings(fold(one.words)).filter((word) => said.has(word))).size,
  }));
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.one : undefined;
}

const beginnings = (text: string): string[] =>
  words(text)
    .filter((word) => word.length >= SHORTEST)
    .map((word) => word.slice(0, BEGINNING));
