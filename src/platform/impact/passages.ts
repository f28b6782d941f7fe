/** The passages of a narrative that may be shown: its pieces, and pairs of them that follow each other. */
import { countWords, type Piece, piecesOf } from './pieces.js';

export interface Passage extends Piece {
  words: number;
  isPair: boolean;
  /** Nothing else was told. */
  isAll: boolean;
}

/** More words than this are not read at a glance. */
const MOST_WORDS = 34;
/** Fewer words than this say nothing to somebody who reads them alone, unless nothing else was told. */
const LEAST_WORDS = 8;
/** A narrative of 8,000 characters has hundreds of pieces; each costs time. */
const MOST_PIECES = 40;

export function passagesOf(narrative: string): Passage[] {
  const pieces = piecesOf(narrative).slice(0, MOST_PIECES);
  const pairs = pieces.slice(1).map((piece, at) => {
    const start = pieces[at]?.start ?? piece.start;
    return { start, end: piece.end, text: narrative.slice(start, piece.end) };
  });
  return [
    ...pieces.map((piece) => ({ ...piece, isPair: false })),
    ...pairs.map((pair) => ({ ...pair, isPair: true })),
  ]
    .map((passage) => ({
      ...passage,
      words: countWords(passage.text),
      isAll: pieces.length === (passage.isPair ? 2 : 1),
    }))
    .filter(({ words, isAll }) => (words >= LEAST_WORDS || isAll) && words <= MOST_WORDS);
}
