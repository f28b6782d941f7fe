/**
 * Turns a text into features for a linear model: stems, pairs of stems and parts of words. Words are first
 * reduced to their sound, so that "obligasion" and "obligación" match.
 */
import { stemmer } from '@orama/stemmers/spanish';
import { hashOf, withUnit } from './hash.js';

/** Hash of a feature's name → weight. */
export type Features = Map<number, number>;

const PAIR_WEIGHT = 0.7;
const PIECE_WEIGHT = 0.3;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
/** Later words add nothing; the limit keeps a pasted novel from taking seconds. */
const MOST_WORDS = 400;

const STEM = hashOf('w:');
const PAIR = hashOf('p:');
const PIECE = hashOf('');

/** A folded word, taken apart. */
export interface Word {
  sound: string;
  stem: string;
  /** The hashes of its parts of three to five letters. */
  pieces: readonly number[];
}

export function wordOf(word: string): Word {
  const sound = soundOf(word);
  const stem = word.length > 3 ? soundOf(stemmer(word)) : sound;
  return { sound, stem, pieces: piecesOf(`<${sound}>`) };
}

export function featuresOf(text: readonly Word[]): Features {
  const features: Features = new Map();
  const found = text.slice(0, MOST_WORDS);
  for (let at = 0; at < found.length; at++) {
    const { stem, pieces } = found[at] as Word;
    add(features, hashOf(stem, STEM), 1);
    const next = found[at + 1];
    if (next) add(features, hashOf(next.stem, hashOf('_', hashOf(stem, PAIR))), PAIR_WEIGHT);
    for (const piece of pieces) add(features, piece, PIECE_WEIGHT);
  }
  return features;
}

export function add(features: Features, name: number, weight: number): void {
  features.set(name, (features.get(name) ?? 0) + weight);
}

function piecesOf(bounded: string): number[] {
  const pieces: number[] = [];
  for (let start = 0; start + SHORTEST_PIECE <= bounded.length; start++) {
    const end = Math.min(bounded.length, start + LONGEST_PIECE);
    let piece = PIECE;
    for (let at = start; at < end; at++) {
      piece = withUnit(piece, bounded.charCodeAt(at));
      if (at - start + 1 >= SHORTEST_PIECE) pieces.push(piece);
    }
  }
  return pieces;
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
