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

/** A folded word, taken apart. Features are named by their hashes. */
export interface Word {
  sound: string;
  stem: string;
  /** The feature of its stem. */
  own: number;
  /** Those of its parts of three to five letters. */
  pieces: readonly number[];
}

export function wordOf(word: string): Word {
  const sound = soundOf(word);
  const stem = word.length > 3 ? soundOf(stemmer(word)) : sound;
  return { sound, stem, own: hashOf(stem, STEM), pieces: piecesOf(`<${sound}>`) };
}

/** The feature of two words, one behind the other. */
export const pairOf = (word: Word, next: Word): number =>
  hashOf(next.stem, hashOf('_', hashOf(word.stem, PAIR)));

/** Takes a feature of a text; the same may come several times. */
export type Add = (feature: number, weight: number) => void;

/** Gives the features of a text that is taken apart. @param pair names a pair as the words name their features. */
export function featuresOf(text: readonly Word[], add: Add, pair = pairOf): void {
  const found = text.slice(0, MOST_WORDS);
  for (let at = 0; at < found.length; at++) {
    const word = found[at] as Word;
    add(word.own, 1);
    const next = found[at + 1];
    if (next) add(pair(word, next), PAIR_WEIGHT);
    for (const piece of word.pieces) add(piece, PIECE_WEIGHT);
  }
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
