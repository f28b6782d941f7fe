/** Puts the words of a story right: "no fue el lunes, fue el martes". Pure. */
import { unaccented } from '../../../platform/text/fold.js';

export interface Correction {
  /** Both as they were written. */
  wrong: string;
  right: string;
}

const LEAD =
  '(?:(?:perdon|disculpe|disculpa|que pena|ay|uy|ah|y|pero|mentiras?|no mentiras|me equivoque|corrijo|espere|espera|sorry)[,.: ]+)*';
const BE = '(?:fue|fueron|era|eran|es|son|it was|was)';
const ARTICLE = '(el |la |los |las |en |a |the )?';
const TERM = '[^,;.?¿]{1,40}?';
const PAIRS: readonly { pattern: RegExp; isRightFirst?: boolean }[] = [
  {
    pattern: new RegExp(
      `^${LEAD}no ${BE} ${ARTICLE}(${TERM})(?:,? sino(?: que)? |[,;.] *|(?= ${BE} ) )(?:${BE} )?${ARTICLE}(${TERM})$`,
    ),
  },
  {
    pattern: new RegExp(`^${LEAD}${BE} ${ARTICLE}(${TERM}),? (?:y )?no (?:${BE} )?${ARTICLE}(${TERM})$`),
    isRightFirst: true,
  },
  {
    pattern: new RegExp(
      `^${LEAD}(?:cambi[ae]\\w*|reemplac?[aez]\\w*|change|replace) ${ARTICLE}(${TERM}) (?:por|with) ${ARTICLE}(${TERM})$`,
    ),
  },
];
const ENDING = /[.!\s]+$/;
const NUMBER = /^\d+$/;

/** The words that a text puts right; undefined for other texts. */
export function correctionIn(text: string): Correction | undefined {
  const said = text.trim().replace(ENDING, '').replace(/\s+/g, ' ');
  for (const { pattern, isRightFirst } of PAIRS) {
    const match = new RegExp(pattern, 'd').exec(unaccented(said));
    const spans = match?.indices?.slice(1) ?? [];
    const [article1 = '', one, article2 = '', other] = spans.map((span) => span && said.slice(...span));
    if (!one || !other) continue;
    const [first, second] = [
      { article: article1, words: one.trim() },
      { article: article2, words: other.trim() },
    ];
    const [wrong, right] = isRightFirst ? [second, first] : [first, second];
    // "Ayer" becomes "el martes", and "el lunes" has its article already.
    return { wrong: wrong.words, right: wrong.article ? right.words : right.article + right.words };
  }
  return undefined;
}

/** The story put right, and what changed; undefined when the wrong words do not stand there just once. */
export function putRight(
  narrative: string,
  { wrong, right }: Correction,
): (Correction & { narrative: string }) | undefined {
  const places = placesOf(unaccented(narrative), unaccented(wrong));
  const [at] = places;
  if (at === undefined || places.length > 1) return undefined;
  const after = narrative.slice(at + wrong.length);
  const replaced = narrative.slice(at, at + wrong.length) + sameWordsAfter(after, right);
  const written = likeTheFirst(replaced, right);
  const rest = narrative.slice(at + replaced.length);
  return { narrative: narrative.slice(0, at) + written + rest, wrong: replaced, right: written };
}

function placesOf(told: string, wrong: string): number[] {
  const escaped = wrong.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
  return [...told.matchAll(pattern)].map(({ index }) => index);
}

/** "Tres personas" becomes "dos personas", and not "dos personas personas". */
function sameWordsAfter(after: string, right: string): string {
  const [, next = ''] = /^( [\p{L}\p{N}]+)/u.exec(after) ?? [];
  const last = right.split(' ').slice(1).at(-1) ?? '';
  const stem = (word: string) => unaccented(word.trim()).replace(/e?s$/, '');
  return next && last && stem(next) === stem(last) ? next : '';
}

/** "Ventanilla 3" becomes "ventanilla 5", when only the number is named. */
function likeTheFirst(wrong: string, right: string): string {
  const words = wrong.split(' ');
  const isNumbered = words.length > 1 && NUMBER.test(words.at(-1) ?? '') && NUMBER.test(right);
  const written = isNumbered ? [...words.slice(0, -1), right].join(' ') : right;
  const isCapital = wrong.charAt(0) !== wrong.charAt(0).toLowerCase();
  return isCapital ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}
