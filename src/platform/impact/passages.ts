/** What of a narrative is read by itself: its pieces, and pairs of them that follow each other. */
import type { Opinion } from './impact-model.js';
import { countWords, type Piece, piecesOf } from './pieces.js';

export interface Passage extends Piece {
  words: number;
  isPair: boolean;
  opinion: Opinion;
}

/** A narrative of 8,000 characters has hundreds of pieces; each costs time. */
const MOST_PIECES = 40;
/** Fewer words than this tell nothing by themselves. */
const LEAST_WORDS = 4;

/** Two pieces are read together where one of them speaks for more than low by itself, from this probability on. */
const SPEAKS_FROM = 0.1;

/** None for a narrative of one piece: it is read as a whole. */
export function passagesOf(narrative: string, read: (text: string) => Opinion): Passage[] {
  const pieces = piecesOf(narrative).slice(0, MOST_PIECES);
  if (pieces.length < 2) return [];
  const opinions = pieces.map(({ text }) => read(text));
  const speaks = opinions.map(({ probabilities: { medium, high } }) => medium + high >= SPEAKS_FROM);
  const alone = pieces.map((piece, at) => passage(piece, opinions[at] as Opinion, false));
  const pairs = pieces.slice(1).flatMap((piece, at) => {
    if (!speaks[at] && !speaks[at + 1]) return [];
    const start = pieces[at]?.start ?? piece.start;
    const text = narrative.slice(start, piece.end);
    return [passage({ start, end: piece.end, text }, read(text), true)];
  });
  return [...alone, ...pairs].filter(({ words }) => words >= LEAST_WORDS);
}

const passage = (piece: Piece, opinion: Opinion, isPair: boolean): Passage => ({
  ...piece,
  words: countWords(piece.text),
  isPair,
  opinion,
});
