/** Numbers in place of names: a vocabulary of 32 bits a name loads at once and is found without making strings. */

const PRIME = 16_777_619;
const OFFSET = 0x811c9dc5 | 0;
const ABSENT = -1;
/** Hashes in a drawer of an index, as a mean: with fewer there are more drawers. */
const IN_A_DRAWER = 8;
/** Turns the order of signed numbers into that of unsigned ones. */
const SIGN = 0x80000000 | 0;

/** Returns the hash of a text of which `hash` is what comes before it (FNV-1a, over UTF-16 units; 32 bits, signed). */
export function hashOf(text: string, hash = OFFSET, from = 0): number {
  let all = hash;
  for (let at = from; at < text.length; at++) all = withUnit(all, text.charCodeAt(at));
  return all;
}

export function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Finds the place of a hash in an ascending list: its first bits tell the drawer, which is looked through. */
export class HashIndex {
  /** Where each drawer begins, and at last, where all end. */
  readonly #beginnings: Int32Array;
  readonly #shift: number;

  /** @param hashes in ascending order; equal ones may follow each other. */
  constructor(readonly hashes: Int32Array) {
    const bits = Math.max(1, Math.ceil(Math.log2(hashes.length / IN_A_DRAWER + 1)));
    this.#shift = 32 - bits;
    this.#beginnings = new Int32Array(2 ** bits + 1);
    let drawer = 0;
    for (let place = 0; place < hashes.length; place++) {
      const own = this.#drawerOf(hashes[place] as number);
      while (drawer < own) this.#beginnings[++drawer] = place;
    }
    this.#beginnings.fill(hashes.length, drawer + 1);
  }

  /** Returns the place, the first of equal hashes, or -1. */
  find(hash: number): number {
    const drawer = this.#drawerOf(hash);
    const end = this.#beginnings[drawer + 1] as number;
    for (let place = this.#beginnings[drawer] as number; place < end; place++) {
      const other = this.hashes[place] as number;
      if (other >= hash) return other === hash ? place : ABSENT;
    }
    return ABSENT;
  }

  #drawerOf(hash: number): number {
    return (hash ^ SIGN) >>> this.#shift;
  }
}
