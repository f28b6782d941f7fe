/**
 * Turns a text into features for a linear model: stems, pairs of stems and parts of words. Words are first
 * reduced to their sound, so that "obligasion" and "obligación" match.
 */
import { stemmer } from '@orama/stemmers/spanish';
import { fold, words } from '../text/fold.js';

/** Feature name → weight. */
export type Features = Map<string, number>;

const PAIR_WEIGHT = 0.7;
const PIECE_WEIGHT = 0.3;
const PIECE_LENGTHS = [3, 4, 5];
/** Later words add nothing; the limit keeps a pasted novel from taking seconds. */
const MAX_WORDS = 400;

export function featuresOf(text: string): Features {
  const features: Features = new Map();
  const add = (name: string, weight: number) => features.set(name, (features.get(name) ?? 0) + weight);
  const found = words(fold(text)).slice(0, MAX_WORDS);
  const stems = found.map((word) => soundOf(word.length > 3 ? stemmer(word) : word));
  stems.forEach((stem, at) => {
    add(`w:${stem}`, 1);
    const next = stems[at + 1];
    if (next !== undefined) add(`p:${stem}_${next}`, PAIR_WEIGHT);
  });
  for (const word of found) {
    const bounded = `<${soundOf(word)}>`;
    for (const length of PIECE_LENGTHS) {
      for (let at = 0; at + length <= bounded.length; at++) {
        add(bounded.slice(at, at + length), PIECE_WEIGHT);
      }
    }
  }
  return features;
}

/**
 * Returns one spelling for sounds that are alike in Colombian Spanish: b/v, s/c/z, k/c/qu, j/g, y/ll, a
 * silent h.
 */
export function soundOf(word: string): string {
  return word
    .replace(/ch/g, 'x')
    .replace(/h/g, '')
    .replace(/v/g, 'b')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/qu(?=[ei])|[ckq]/g, 'k')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/ll/g, 'y')
    .replace(/(\p{L})\1+/gu, '$1');
}
