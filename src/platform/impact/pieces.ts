/** Cuts a narrative where a reader would: at the ends of sentences, and long sentences between their clauses. */
import { type Span, sentencesOf } from '../text/sentences.js';

export interface Piece {
  text: string;
  /** Offsets in UTF-16 units into the narrative. */
  start: number;
  end: number;
}

/** Longer sentences are cut. */
const MOST_WORDS = 30;
/** Fewer words than this say nothing by themselves. */
const LEAST_WORDS = 4;
/** Where a long sentence may be cut, the best places first. The first group stays with the clause before it. */
const CUTS = [
  /(,)\s+(?=(y|pero|porque|cuando|entonces|hasta|mientras|sino|aunque|despu[eé]s|luego|ah[ií])\s)/giu,
  /([,–—])\s+/gu,
  /()\s+(?=(pero|porque|cuando|entonces|mientras|aunque|despu[eé]s)\s)/giu,
  /()\s+(?=y\s)/giu,
];
/** A clause that is read alone does not begin with these. */
const LEADING = /^([\s,.;:!?…)–—"'”»-]|(y|e|pero|entonces)\s)+/iu;
const TRAILING = /[\s,;:–—"'“«(¿¡-]+$/u;

/** The pieces of a narrative, in text order, without what stands between them. Each has words. */
export function piecesOf(narrative: string): Piece[] {
  return sentencesOf(narrative)
    .flatMap((sentence) => cut(narrative, sentence))
    .flatMap((span) => trimmed(narrative, span));
}

/** The piece in which something begins; undefined between two pieces. @param start an offset into the narrative. */
export function pieceAround(pieces: readonly Piece[], start: number): Piece | undefined {
  return pieces.find((piece) => piece.start <= start && start < piece.end);
}

/** Cuts a long span in two at the best place nearest to its middle, and goes on with both. */
function cut(text: string, span: Span): Span[] {
  const inside = text.slice(span.start, span.end);
  const length = countWords(inside);
  if (length <= MOST_WORDS) return [span];
  for (const pattern of CUTS) {
    let best: { at: number; distance: number } | undefined;
    for (const { 1: sign = '', index } of inside.matchAll(pattern)) {
      const at = index + sign.length;
      const before = countWords(inside.slice(0, at));
      if (before < LEAST_WORDS || length - before < LEAST_WORDS) continue;
      const distance = Math.abs(before - length / 2);
      if (!best || distance < best.distance) best = { at, distance };
    }
    if (best) {
      const middle = span.start + best.at;
      return [
        ...cut(text, { start: span.start, end: middle }),
        ...cut(text, { start: middle, end: span.end }),
      ];
    }
  }
  return [span];
}

function trimmed(text: string, { start, end }: Span): Piece[] {
  const inside = text.slice(start, end);
  const from = start + (LEADING.exec(inside)?.[0].length ?? 0);
  const to = from + text.slice(from, end).replace(TRAILING, '').length;
  const piece = { text: text.slice(from, to), start: from, end: to };
  return countWords(piece.text) > 0 ? [piece] : [];
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*/gu)?.length ?? 0;
}
