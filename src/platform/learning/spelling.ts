/**
 * Corrects words that are one slip away from a known word: a missing, extra or wrong letter, or two swapped
 * letters. Looks them up by the deletes of each known word (the SymSpell method).
 */
import { fold, words } from '../text/fold.js';
import { soundOf } from './features.js';
import { HashIndex, hashOf } from './hash.js';
import { bytesOf, Numbers } from './numbers.js';

/** Shorter words are too similar to one another. */
const MIN_LENGTH = 4;
/** A form and a word fit into one number that is exact: 32 bits and 21 of its 53. */
const MOST_WORDS = 2 ** 21;

/** The forms of all known words. */
interface Forms {
  index: HashIndex;
  /** The place of the known word that each form is of; of equal forms, that of the most frequent word first. */
  owners: Int32Array;
}

export class Spelling {
  private constructor(
    readonly known: readonly string[],
    private readonly forms: Forms,
  ) {}

  /** @param known folded words, the most frequent first; the more frequent of two equally close words wins. */
  static of(known: readonly string[]): Spelling {
    const keys: number[] = [];
    for (const [at, word] of known.entries()) {
      const sound = soundOf(word);
      const forms = isMendable(word) ? formsOf(sound) : [hashOf(sound)];
      for (const form of forms) keys.push(form * MOST_WORDS + at);
    }
    const sorted = Float64Array.from(keys).sort();
    const hashes = Int32Array.from(sorted, (key) => Math.floor(key / MOST_WORDS));
    const owners = Int32Array.from(sorted, (key, entry) => key - (hashes[entry] as number) * MOST_WORDS);
    return new Spelling(known, { index: new HashIndex(hashes), owners });
  }

  /** Tells whether a folded word is known as it is written. */
  knows(word: string, sound = soundOf(word)): boolean {
    for (const at of this.#havingForm(hashOf(sound))) if (this.known[at] === word) return true;
    return false;
  }

  /** Returns the known word that a folded word is a slip of; undefined where it is known, or unlike all. */
  meant(word: string, sound = soundOf(word)): string | undefined {
    if (!isMendable(word)) return undefined;
    let best = Number.POSITIVE_INFINITY;
    for (const form of formsOf(sound)) {
      for (const at of this.#havingForm(form)) {
        const candidate = this.known[at] ?? '';
        const other = soundOf(candidate);
        if (other === sound) return undefined;
        if (at < best && isMendable(candidate) && isOneSlip(sound, other)) best = at;
      }
    }
    return this.known[best];
  }

  /** Serializes it: how many forms there are, the forms, and the words as lines. */
  toBytes(): Buffer {
    const {
      index: { hashes },
      owners,
    } = this.forms;
    const numbers = [Int32Array.of(hashes.length), hashes, owners].map(bytesOf);
    return Buffer.concat([...numbers, Buffer.from(this.known.join('\n'))]);
  }

  static fromBytes(bytes: Buffer): Spelling {
    const numbers = new Numbers(bytes);
    const count = numbers.integers(1)[0] as number;
    const forms = { index: new HashIndex(numbers.integers(count)), owners: numbers.integers(count) };
    const lines = numbers.rest().toString();
    return new Spelling(lines === '' ? [] : lines.split('\n'), forms);
  }

  /** The known words that have the form, the most frequent first. */
  *#havingForm(form: number): Generator<number> {
    const { index, owners } = this.forms;
    const first = index.find(form);
    if (first < 0) return;
    for (let entry = first; index.hashes[entry] === form; entry++) yield owners[entry] as number;
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
