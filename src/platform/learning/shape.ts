/** How a text is put, whatever it is about: asked or told, short or long, and with which words it begins and ends. */
import { fold, words } from '../text/fold.js';
import { type Features, soundOf } from './features.js';

/** The first of these that is not less than the number of words names the length. */
const LENGTHS = [2, 5, 10, 20];
const MARK_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
const END_WEIGHT = 0.5;

export function shapeOf(text: string): Features {
  const found = words(fold(text)).map(soundOf);
  const [first, second] = found;
  const length = LENGTHS.findIndex((most) => found.length <= most);
  const features: Features = new Map([[`#length:${length}`, MARK_WEIGHT]]);
  if (/[?¿]/.test(text)) features.set('#asks', MARK_WEIGHT);
  if (/[!¡]/.test(text)) features.set('#calls', END_WEIGHT);
  if (first !== undefined) features.set(`^${first}`, MARK_WEIGHT);
  if (second !== undefined) {
    features.set(`^${first}_${second}`, PAIR_WEIGHT);
    features.set(`$${found.at(-1)}`, END_WEIGHT);
  }
  return features;
}
