/**
 * Turns a text into features for a linear model: stems, pairs of stems and parts of words. Words are first
 * reduced to their sound, so that "obligasion" and "obligación" match.
 */
import { stemmer } from '@orama/stemmers/spanish';
import { fold, words } from '../text/fold.js';
import { hashOf, withUnit } from './hash.js';

/** Hash of a feature's name → weight. */
export type Features = Map<number, number>;

const PAIR_WEIGHT = 0.7;
const PIECE_WEIGHT = 0.3;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Later words add nothing; the limit keeps a pasted novel from taking seconds. */
const MAX_WORDS = 400;

const STEM = hashOf('w:');
const PAIR = hashOf('p:');
const PIECE = hashOf('');

export function featuresOf(text: string): Features {
  const features: Features = new Map();
  const found = words(fold(text)).slice(0, MAX_WORDS);
  const stems = found.map(stemOf);
  stems.forEach((stem, at) => {
    add(features, hashOf(stem, STEM), 1);
    const next = stems[at + 1];
    if (next !== undefined) add(features, hashOf(next, hashOf('_', hashOf(stem, PAIR))), PAIR_WEIGHT);
  });
  for (const word of found) addPieces(features, `<${soundOf(word)}>`);
  return features;
}

export function add(features: Features, name: number, weight: number): void {
  features.set(name, (features.get(name) ?? 0) + weight);
}

const stemOf = (word: string) => soundOf(word.length > 3 ? stemmer(word) : word);

/** Adds each run of three to five letters. */
function addPieces(features: Features, bounded: string): void {
  for (let start = 0; start + SHORTEST_PIECE <= bounded.length; start++) {
    const end = Math.min(bounded.length, start + LONGEST_PIECE);
    let piece = PIECE;
    for (let at = start; at < end; at++) {
      piece = withUnit(piece, bounded.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_PIECE) add(features, piece, PIECE_WEIGHT);
    }
  }
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
