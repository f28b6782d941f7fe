/**
 * Corrects words that are one slip away from a known word: a missing, extra or wrong letter, or two swapped
 * letters. Looks them up by the deletes of each known word (the SymSpell method).
 */
import { soundOf } from './features.js';
import { hashOf, withUnit } from './hash.js';

/** Shorter words are too similar to one another. */
const MIN_LENGTH = 4;
/** Forms in a drawer, as a mean, or half as many. */
const IN_A_DRAWER = 2;
const NONE = -1;

export class Spelling {
  /** The last entry of each drawer; a form is in that of its first bits. */
  readonly #drawers: Int32Array;
  readonly #shift: number;
  /** By entry: the hash of a form, the place of the known word that it is of, and the entry before it in its drawer. */
  readonly #forms: Int32Array;
  readonly #owners: Int32Array;
  readonly #before: Int32Array;

  /** @param known folded words, the most frequent first; the more frequent of two equally close words wins. */
  constructor(readonly known: readonly string[]) {
    const sounds = known.map(soundOf);
    const most = sounds.reduce((sum, sound) => sum + sound.length + 1, 0);
    const bits = Math.max(1, Math.ceil(Math.log2(most / IN_A_DRAWER + 1)));
    this.#shift = 32 - bits;
    this.#drawers = new Int32Array(2 ** bits).fill(NONE);
    this.#forms = new Int32Array(most);
    this.#owners = new Int32Array(most);
    this.#before = new Int32Array(most);
    let entry = 0;
    // The most frequent word last, so that it is met first.
    for (let at = known.length - 1; at >= 0; at--) {
      const sound = sounds[at] as string;
      const forms = isMendable(known[at] as string) ? formsOf(sound) : [hashOf(sound)];
      for (const form of forms) {
        const drawer = form >>> this.#shift;
        this.#forms[entry] = form;
        this.#owners[entry] = at;
        this.#before[entry] = this.#drawers[drawer] as number;
        this.#drawers[drawer] = entry++;
      }
    }
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

  /** The known words that have the form, the most frequent first. */
  *#havingForm(form: number): Generator<number> {
    let entry = this.#drawers[form >>> this.#shift] as number;
    for (; entry !== NONE; entry = this.#before[entry] as number) {
      if (this.#forms[entry] === form) yield this.#owners[entry] as number;
    }
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

/** Returns the hashes of the word itself, first, and of every form with one letter removed. */
function formsOf(word: string): number[] {
  const forms = [hashOf(word)];
  let before = hashOf('');
  for (let at = 0; at < word.length; at++) {
    forms.push(hashOf(word, before, at + 1));
    before = withUnit(before, word.charCodeAt(at));
  }
  return forms;
}
