/** How a text is put, whatever it is about: asked or told, short or long, and with which words it begins and ends. */
import { fold, words } from '../text/fold.js';
import { add, type Features, soundOf } from './features.js';
import { hashOf } from './hash.js';

/** The first of these that is not less than the number of words names the length. */
const LENGTHS = [2, 5, 10, 20];
const MARK_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
const END_WEIGHT = 0.5;

/** Adds these features to those of the text. */
export function addShape(features: Features, text: string): void {
  const found = words(fold(text));
  const length = LENGTHS.findIndex((most) => found.length <= most);
  add(features, hashOf(`#length:${length}`), MARK_WEIGHT);
  if (/[?¿]/.test(text)) add(features, hashOf('#asks'), MARK_WEIGHT);
  if (/[!¡]/.test(text)) add(features, hashOf('#calls'), END_WEIGHT);
  if (found[0] === undefined) return;
  const [first, second, last] = [found[0], found[1], found.at(-1)].map((word) => soundOf(word ?? ''));
  add(features, hashOf(`^${first}`), MARK_WEIGHT);
  if (found.length < 2) return;
  add(features, hashOf(`^${first}_${second}`), PAIR_WEIGHT);
  add(features, hashOf(`$${last}`), END_WEIGHT);
}
