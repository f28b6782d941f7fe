/** What a text means may depend on what it is said to: "sí, dale" sends a report, and reports what was told. */
import type { Add, Word } from './features.js';
import { hashOf } from './hash.js';

const MARK_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
/** Later words add nothing. */
const MOST_WORDS = 60;

/** Adds each stem, and each pair of stems, once more for this circumstance. */
export function addCircumstance(circumstance: string, found: readonly Pick<Word, 'stem'>[], add: Add): void {
  const own = hashOf(`|${circumstance}`);
  add(own, MARK_WEIGHT);
  for (const [at, { stem }] of found.slice(0, MOST_WORDS).entries()) {
    const one = hashOf(stem, own);
    add(one, 1);
    const next = found[at + 1];
    if (next) add(hashOf(next.stem, hashOf('_', one)), PAIR_WEIGHT);
  }
}
