/** Numbers in place of names: a vocabulary of 32 bits a name loads at once and is found without making strings. */

const PRIME = 16_777_619;
const OFFSET = 0x811c9dc5 | 0;
/** Spreads numbers that differ in their low bits only. */
const SPREAD = 0x9e3779b1;
const ABSENT = -1;
/** The share of slots that are taken at most: fewer take memory, more take time. */
const MOST_FULL = 0.75;

/** Returns the hash of a text of which `hash` is what comes before it (FNV-1a, over UTF-16 units; 32 bits, signed). */
export function hashOf(text: string, hash = OFFSET): number {
  let all = hash;
  for (let at = 0; at < text.length; at++) all = withUnit(all, text.charCodeAt(at));
  return all;
}

export function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Finds the place of a hash in a list. Two names in a hundred thousand may share a hash: the first one counts. */
export class HashIndex {
  readonly #places: Int32Array;
  readonly #shift: number;

  constructor(readonly hashes: Int32Array) {
    const bits = Math.max(1, Math.ceil(Math.log2(hashes.length / MOST_FULL + 1)));
    this.#shift = 32 - bits;
    this.#places = new Int32Array(2 ** bits).fill(ABSENT);
    for (let place = 0; place < hashes.length; place++) {
      const slot = this.#slotOf(hashes[place] as number);
      if (this.#places[slot] === ABSENT) this.#places[slot] = place;
    }
  }

  /** Returns the place, or -1. */
  find(hash: number): number {
    return this.#places[this.#slotOf(hash)] as number;
  }

  /** The slot that holds the hash, or the empty one where it would stand. */
  #slotOf(hash: number): number {
    const last = this.#places.length - 1;
    let slot = Math.imul(hash, SPREAD) >>> this.#shift;
    for (;;) {
      const place = this.#places[slot] as number;
      if (place === ABSENT || this.hashes[place] === hash) return slot;
      slot = (slot + 1) & last;
    }
  }
}
