/** The words and more, as sentences. */
export function sentences(before: string, more: string): string {
  const sentence = more.charAt(0).toLocaleUpperCase('es') + more.slice(1);
  const ended = /[.!?…»]$/.test(before) || before === '' ? before : `${before}.`;
  return `${ended} ${sentence}`.trim();
}

/** Offsets in UTF-16 units into a text. */
export interface Span {
  start: number;
  end: number;
}

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
