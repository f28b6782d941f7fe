import { fold } from '../text/fold.js';

/** A word as the rules read it, with its place in the original narrative. */
export interface Token {
  readonly word: string;
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Signs that replace letters inside a word: "m4ldit0", "c@rechimba", "$apo". */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** Rules, groups of words and the model look at the same text, one after another. */
let last: { text: string; tokens: readonly Token[] } | undefined;

export function tokenize(text: string): readonly Token[] {
  if (last?.text === text) return last.tokens;
  const found = text.matchAll(/[\p{L}\p{N}@$][\p{L}\p{M}\p{N}\p{Cf}@$*]*/gu);
  const tokens = Array.from(found, ({ 0: written, index }) => ({
    word: plain(written),
    start: index,
    end: index + written.length,
  }));
  last = { text, tokens };
  return tokens;
}

/** "4to" is the fourth floor, "5pm" an hour. */
const COUNTED = /^\d+(to|ta|do|da|ro|ra|er|vo|va|no|na|mo|ma|am|pm|h|m|km|kg|k|mil)$/;

/** Folds a word, undoes leet and reduces drawn-out letters to one: "maaaatar". */
function plain(written: string): string {
  const folded = fold(written);
  const unleeted =
    /\p{L}/u.test(folded) && /[0-9@$]/.test(folded) && !COUNTED.test(folded)
      ? folded.replace(/[0-9@$]/g, (sign) => LEET[sign] ?? sign)
      : folded;
  return unleeted.replace(/(\p{L})\1{2,}/gu, '$1');
}
