/**
 * Corrects words that are one slip away from a known word: a missing, extra or wrong letter, or two swapped
 * letters. Looks them up by the deletes of each known word (the SymSpell method).
 */
import { fold, words } from '../text/fold.js';
import { soundOf } from './features.js';

/** The most frequent candidates are enough. */
const MOST_CANDIDATES = 8;
/** Shorter words are too similar to one another. */
const MIN_LENGTH = 4;

export class Spelling {
  readonly #sounds: Set<string>;
  /** The indexes of known words, by each form of the word with one letter removed. */
  readonly #byDelete = new Map<string, number[]>();

  /**
   * @param known folded words, the most frequent first; the more frequent of two equally close words wins.
   */
  constructor(readonly known: readonly string[]) {
    this.#sounds = new Set(known.map(soundOf));
    for (const [at, word] of known.entries()) {
      if (!isMendable(word)) continue;
      for (const piece of deletesOf(soundOf(word))) {
        const places = this.#byDelete.get(piece);
        if (!places) this.#byDelete.set(piece, [at]);
        else if (places.length < MOST_CANDIDATES) places.push(at);
      }
    }
  }

  #soundOf(at: number): string {
    return soundOf(this.known[at] ?? '');
  }

  /** Returns the folded words, each misspelt one followed by the intended one. */
  extend(text: string): string {
    return words(fold(text))
      .flatMap((word) => [word, this.#meant(word) ?? []].flat())
      .join(' ');
  }

  #meant(word: string): string | undefined {
    const sound = soundOf(word);
    if (!isMendable(word) || this.#sounds.has(sound)) return undefined;
    return deletesOf(sound)
      .flatMap((piece) => this.#byDelete.get(piece) ?? [])
      .filter((at) => isOneSlip(sound, this.#soundOf(at)))
      .sort((a, b) => a - b)
      .map((at) => this.known[at])[0];
  }
}

const isMendable = (word: string) => word.length >= MIN_LENGTH && !/\d/.test(word);

/** Tells whether two words differ by one missing, extra or wrong letter, or by two swapped letters. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Returns the word itself and every form with one letter removed. */
function deletesOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
