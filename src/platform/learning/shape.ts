/** How a text is put, whatever it is about: asked or told, short or long, and with which words it begins and ends. */
import type { Add, Word } from './features.js';
import { hashOf } from './hash.js';

/** The first of these that is not less than the number of words names the length. */
const LENGTHS = [2, 5, 10, 20];
const MARK_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
const END_WEIGHT = 0.5;

/**
 * Adds these features to those of a text.
 * @param found all words of the text.
 */
export function addShape(text: string, found: readonly Pick<Word, 'sound'>[], add: Add): void {
  const length = LENGTHS.findIndex((most) => found.length <= most);
  add(hashOf(`#length:${length}`), MARK_WEIGHT);
  if (/[?¿]/.test(text)) add(hashOf('#asks'), MARK_WEIGHT);
  if (/[!¡]/.test(text)) add(hashOf('#calls'), END_WEIGHT);
  const [first, second] = found;
  if (!first) return;
  add(hashOf(`^${first.sound}`), MARK_WEIGHT);
  if (!second) return;
  add(hashOf(`^${first.sound}_${second.sound}`), PAIR_WEIGHT);
  add(hashOf(`$${found.at(-1)?.sound}`), END_WEIGHT);
}
