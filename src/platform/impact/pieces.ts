/** Cuts a narrative where a reader would: at the ends of sentences, and long sentences between their clauses. */

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
/** In characters. A quotation that is not closed by then was never meant to be. */
const LONGEST_QUOTATION = 100;

/** A title or an abbreviation before a full stop does not end a sentence: "la Dra. Ruiz", "la Cra. 7". */
const ABBREVIATED = /(^|[\s(])(sra?|sres|dra?|ing|lic|prof|av|cra|cll|nro|tel|ext)$/iu;
/** Nor does a single letter, as of a name, or an hour: "la señora M. Ruiz", "a las 5 p.m. en". */
const LETTER = /(^|[\s(])(\p{L}|[ap]\.\s?m)$/iu;
/** Unless it is one of several letters, or an hour, and a capital follows: "no sé si marcar la B o la C. Me gritó". */
const MAY_END = /(^|[\s(])((la|el|o|u|y|opci[oó]n|letra|literal|respuesta)\s+\p{L}|[ap]\.\s?m)$/iu;
const CAPITAL_NEXT = /^\.\s+[¿¡"“«]*\p{Lu}/u;
const SENTENCE_END = /[.!?…]+(?=["'”»)]*(\s|$))|\n+|;/gu;
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

interface Span {
  start: number;
  end: number;
}

/** The sentences of a text, in order; together they are all of it. A semicolon ends one, an abbreviation does not. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(SENTENCE_END)) {
    if (sign === '.' && isAbbreviated(text, start, index)) continue;
    if (sign !== '\n' && isQuoted(text, start, index + sign.length)) continue;
    spans.push({ start, end: index + sign.length });
    start = index + sign.length;
  }
  return [...spans, { start, end: text.length }];
}

/** Tells whether the full stop at `at` belongs to an abbreviation and not to the end of the sentence from `start`. */
function isAbbreviated(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 16), at);
  const isEnd = MAY_END.test(before) && CAPITAL_NEXT.test(text.slice(at, at + 8));
  return ABBREVIATED.test(before) || (LETTER.test(before) && !isEnd);
}

/** Tells whether a quotation of the sentence that begins at `start` is still open at `at`, and closed soon after. */
function isQuoted(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  const isOpen = count(before, /["“«]/g) > count(before, /[”»]/g) && count(before, /["“«”»]/g) % 2 === 1;
  return isOpen && /["”»]/.test(text.slice(at, at + LONGEST_QUOTATION));
}

const count = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

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
