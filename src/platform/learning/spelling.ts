/**
 * Mends words that are one slip away from a word that the model knows: a letter too few, too many, another,
 * or two in the wrong order. By the deletes of each known word (the method of SymSpell).
 */
import { fold, words } from '../text/fold.js';
import { soundOf } from './features.js';

/** The most frequent ones are enough. */
const MOST_CANDIDATES = 8;
/** Shorter words are too near to one another. */
const MIN_LENGTH = 4;

export class Spelling {
  readonly #sounds: Set<string>;
  /** The places of known words, by what is left of them when a letter is taken out. */
  readonly #byDelete = new Map<string, number[]>();

  /** @param known folded words, the most frequent first: of two that are as near, the first is taken. */
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

  /** The text, with what a misspelt word was meant to be added behind it. */
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

/** Whether two words differ by one letter too few, too many, another, or by two that changed places. */
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

/** The word itself and all that are left when one letter is taken out. */
function deletesOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
