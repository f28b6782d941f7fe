/**
 * Corrects words that are one slip away from a known word: a missing, extra or wrong letter, or two swapped
 * letters. Looks them up by the deletes of each known word (the SymSpell method).
 */
import { fold, words } from '../text/fold.js';
import { soundOf } from './features.js';
import { HashIndex, hashOf } from './hash.js';

/** Shorter words are too similar to one another. */
const MIN_LENGTH = 4;
const NONE = -1;

export class Spelling {
  readonly #sounds: string[];
  /** Finds, by a form of a word, its place in `#first`. */
  readonly #forms: HashIndex;
  /** The first entry of each form; an entry is a known word that has it. */
  readonly #first: Int32Array;
  /** The entry after each entry: that of a less frequent word. */
  readonly #next: Int32Array;
  /** The known word of each entry. */
  readonly #word: Int32Array;

  /**
   * @param known folded words, the most frequent first; the more frequent of two equally close words wins.
   */
  constructor(readonly known: readonly string[]) {
    this.#sounds = known.map(soundOf);
    const hashes: number[] = [];
    const owners: number[] = [];
    // Backwards, since each entry is put before those that are there.
    for (let at = known.length - 1; at >= 0; at--) {
      const sound = this.#soundOf(at);
      for (const form of isMendable(known[at] ?? '') ? formsOf(sound) : [hashOf(sound)]) {
        hashes.push(form);
        owners.push(at);
      }
    }
    this.#word = Int32Array.from(owners);
    this.#forms = new HashIndex(Int32Array.from(hashes));
    this.#first = new Int32Array(hashes.length).fill(NONE);
    this.#next = new Int32Array(hashes.length);
    for (const [entry, form] of hashes.entries()) {
      const place = this.#forms.find(form);
      this.#next[entry] = this.#first[place] as number;
      this.#first[place] = entry;
    }
  }

  /** Returns the known word that a folded word is a slip of; undefined where it is known, or unlike all. */
  meant(word: string, sound = soundOf(word)): string | undefined {
    if (!isMendable(word)) return undefined;
    let best = Number.POSITIVE_INFINITY;
    for (const form of formsOf(sound)) {
      for (const at of this.#havingForm(form)) {
        const other = this.#soundOf(at);
        if (other === sound) return undefined;
        if (at < best && isMendable(this.known[at] ?? '') && isOneSlip(sound, other)) best = at;
      }
    }
    return this.known[best];
  }

  #soundOf(at: number): string {
    return this.#sounds[at] ?? '';
  }

  /** The known words that have the form, the most frequent first. */
  *#havingForm(form: number): Generator<number> {
    const place = this.#forms.find(form);
    for (let entry = place < 0 ? NONE : (this.#first[place] as number); entry !== NONE; ) {
      yield this.#word[entry] as number;
      entry = this.#next[entry] as number;
    }
  }
}

/** Returns the words that occur at least twice in the texts, so that misspelt words are left out; the most frequent first. */
export function knownWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of words(fold(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
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

/** Returns the hashes of the word itself, first, and of every form with one letter removed. */
function formsOf(word: string): number[] {
  const forms = [hashOf(word)];
  for (let at = 0; at < word.length; at++) forms.push(hashOf(word.slice(at + 1), hashOf(word.slice(0, at))));
  return forms;
}
