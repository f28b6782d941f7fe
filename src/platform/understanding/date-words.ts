/** The words with which people name days, in Spanish and English, and the tags by which `date-reader.ts` reads them. */
import { soundOf } from '../learning/features.js';
import { Spelling } from '../learning/spelling.js';
import { fold } from '../text/fold.js';

export interface Token {
  /** `word` for all that says nothing about days. */
  tag: string;
  /** A number, a weekday (0 for Sunday) or a month (1 for January). */
  value: number;
  /** A date in digits: `24/12`, `2026-12-24`. */
  date?: { day: number; month: number; year?: number } | undefined;
}

const DAYS_AND_MONTHS = [
  ...namesOf('es', 'long'),
  ...namesOf('en', 'long'),
  ...namesOf('es', 'short'),
  ...namesOf('en', 'short'),
];

/** Written numbers up to the last day of a month. */
const NUMBERS = `1 primero, 1 primera, 1 first, 2 segunda, 2 second, 3 tercera, 3 third, 4 cuarta, 4 fourth, 2 dos, 2 two, 2 couple of, 3 tres, 3 three, 4 cuatro, 4 four, 5 cinco, 5 five, 6 seis,
  6 six, 7 siete, 7 seven, 8 ocho, 8 eight, 9 nueve, 9 nine, 10 diez, 10 ten, 11 once, 12 doce, 12 twelve, 13 trece,
  14 catorce, 14 fourteen, 15 quince, 15 fifteen, 16 dieciseis, 17 diecisiete, 18 dieciocho, 19 diecinueve, 20 veinte,
  20 twenty, 21 veintiuno, 21 veintiun, 22 veintidos, 23 veintitres, 24 veinticuatro, 25 veinticinco, 26 veintiseis,
  27 veintisiete, 28 veintiocho, 29 veintinueve, 30 treinta, 30 thirty, 31 treinta y uno`;

const PHRASES: Record<string, string> = {
  from: 'desde, a partir de, apartir de, a partir, from, starting, starting on, since, as of',
  until: 'hasta, asta, until, till, til, through, thru',
  to: 'a, to, -, –, —, pa',
  between: 'entre, between',
  and: 'y, e, ni, and, &, nor',
  also: 'tampoco, tambien, neither, too, also',
  comma: '\\,',
  end: '., ;, !, ?, :, (, )',
  el: 'el, the, on, on the, dia, los dias',
  la: 'la, los',
  of: 'de, of',
  in: 'en, in, dentro de, within',
  for: 'por, durante, for',
  no: 'no, nunca, not',
  back: `vuelvo, volvere, vuelva, volveria, volver, regreso, regresare, regrese, regresar, retorno, retornare, retorne,
    reintegro, reintegrare, reincorporo, me incorporo, retomo, entro a trabajar, vengo, nos vemos, see you, back, return, returning, be back`,
  about: 'como, ahi, por ahi, mismo, mas o menos, aproximadamente, inclusive, about, around, early, ya',
  this: 'este, esta, estos, this',
  other: 'otro, otra, next',
  coming:
    'proximo, proxima, proximos, proximas, entrante, que viene, que entra, siguiente, siguientes, coming',
  whole: 'todo, toda, todo el, toda la, all, whole, entire, all of, resto, lo que queda, lo que resta, rest',
  today: 'hoy, today, esta manana, esta tarde, esta noche, tonight, this afternoon, this morning',
  tomorrow: 'manana, tomorrow',
  aftertomorrow: 'pasado manana, day after tomorrow, the day after tomorrow',
  yesterday: 'ayer, antier, anteayer, anoche, yesterday',
  day: 'dias, day, days, diitas',
  week: 'semana, semanas, semanita, week, weeks',
  months: 'mes, meses, month, months',
  thismonth: 'mes en curso, presente mes, mes presente, mes corriente',
  half: 'quincena',
  business: 'habil, habiles, laborales, business, working',
  weekend: 'fin de semana, finde, weekend, fines de semana',
  monthend:
    'fin de mes, fin del mes, final de mes, fines de mes, finales de mes, the end of the month, end of the month',
  yearend: 'fin de ano, final de ano, the end of the year, end of the year',
  holyweek: 'semana santa, holy week, easter week',
  one: 'un, una, one, an',
  lasting: `vacaciones, vacas, vacation, vacations, holidays, licencia, maternidad, paternidad, maternity, paternity, leave,
    leaving, incapacidad, me voy, viajo, me operan, me opero, cirugia, receso, salgo de descanso`,
  // They look like days, and are not.
  word: `por la manana, en la manana, de la manana, por las mananas, hasta luego, hasta pronto, vienes, a las,
    de las, las`,
};

/** Read as if each stood for the words behind it. */
const CONTRACTIONS: Record<string, string[]> = {
  del: ['de', 'el'],
  dl: ['de', 'el'],
  'un dia': ['un', 'dias'],
  '1 dia': ['un', 'dias'],
  al: ['a', 'el'],
  pal: ['a', 'el'],
  'a partir del': ['desde', 'el'],
  'apartir del': ['desde', 'el'],
  'desde ya': ['desde', 'hoy'],
  'desde ahora': ['desde', 'hoy'],
  'ya mismo': ['desde', 'hoy'],
  'a partir de ya': ['desde', 'hoy'],
  'a partir de la fecha': ['desde', 'hoy'],
  'starting now': ['desde', 'hoy'],
};

const VOCABULARY = new Map<string, { tag: string; value: number }>([
  ...DAYS_AND_MONTHS,
  ...Object.entries(PHRASES).flatMap(([tag, phrases]) =>
    listed(phrases).map((phrase) => [phrase, { tag, value: 1 }] as const),
  ),
  ...listed(NUMBERS).map((entry) => {
    const [value, ...name] = entry.split(' ');
    return [name.join(' '), { tag: 'number', value: Number(value) }] as const;
  }),
]);

const MOST_WORDS = Math.max(
  ...[...VOCABULARY.keys(), ...Object.keys(CONTRACTIONS)].map((name) => name.split(' ').length),
);

/** Long words that people misspell; shorter ones are one slip away from too many others. */
const MISSPELT = [...VOCABULARY.keys()].filter(
  (name) => /^(month|weekday|lasting|week)$/.test(VOCABULARY.get(name)?.tag ?? '') && isMendable(name),
);
const spelling = new Spelling(MISSPELT);
const bySound = new Map(MISSPELT.map((name) => [soundOf(name), name]));

const PIECES =
  /\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2}-\d{1,2}-\d{4}|[\p{L}\d:]+(?:'\p{L}+)?|[^\s\p{L}\d]/gu;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?$/;
const SLASHED_PAIR = /^(\d{1,2})[/-](\d{1,2})(?!\d)(?=$|[/-]\d{2,4}$)/;
const NUMBER = /^(\d{1,2})(?:st|nd|rd|th|o|ro|ero)?$/;
const YEAR = /^20\d\d$/;

/** The tokens of a text; the longest phrase that is known makes one. */
export function tokensOf(text: string): Token[] {
  const pieces = dayFirst(fold(text).match(PIECES) ?? []);
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { count, found } = longestAt(pieces, at);
    tokens.push(...found);
    at += count;
  }
  // "Del día 3".
  return tokens.filter(({ tag }, at) => tag !== 'el' || tokens[at - 1]?.tag !== 'el');
}

/** "12/20" cannot be anything but the 20th of December; then the other dates of the text are written so too. */
function dayFirst(pieces: readonly string[]): readonly string[] {
  const isMonthFirst = pieces.some((piece) => Number(SLASHED.exec(piece)?.[2]) > 12);
  return isMonthFirst ? pieces.map((piece) => piece.replace(SLASHED_PAIR, '$2/$1')) : pieces;
}

function longestAt(pieces: readonly string[], at: number): { count: number; found: Token[] } {
  for (let count = Math.min(MOST_WORDS, pieces.length - at); count > 0; count--) {
    const phrase = pieces.slice(at, at + count).join(' ');
    const contraction = CONTRACTIONS[phrase];
    if (contraction) return { count, found: contraction.map(tokenOf) };
    if (count === 1 || VOCABULARY.has(phrase)) return { count, found: [tokenOf(phrase)] };
  }
  return { count: 1, found: [] };
}

function tokenOf(piece: string): Token {
  const known = VOCABULARY.get(piece) ?? VOCABULARY.get(mended(piece));
  if (known) return known;
  const number = NUMBER.exec(piece);
  if (number) return { tag: 'number', value: Number(number[1]) };
  if (YEAR.test(piece)) return { tag: 'year', value: Number(piece) };
  const date = dateOf(piece);
  return { tag: date ? 'date' : 'word', value: 0, date };
}

function dateOf(piece: string): Token['date'] {
  const [, year, month, day] = ISO.exec(piece)?.map(Number) ?? [];
  if (year && month && day) return { year, month, day };
  const [, first, second, short] = SLASHED.exec(piece)?.map(Number) ?? [];
  if (!first || !second) return undefined;
  return { day: first, month: second, ...(short && { year: short < 100 ? 2000 + short : short }) };
}

function mended(piece: string): string {
  if (!isMendable(piece)) return '';
  // `extend` puts the word that is meant behind the one that is written.
  const meant = bySound.get(soundOf(piece)) ?? spelling.meant(piece) ?? '';
  return soundOf(meant).at(0) === soundOf(piece).at(0) ? meant : '';
}

function isMendable(word: string): boolean {
  return word.length >= 4 && !/[\d ]/.test(word);
}

function listed(phrases: string): string[] {
  return phrases.split(/(?<!\\),/).map((phrase) => phrase.replace('\\', '').trim().replace(/\s+/g, ' '));
}

/** Names of weekdays and months; a short month (`mon`) counts only beside a number: "3 mar", not "el mar". */
function namesOf(
  language: 'es' | 'en',
  length: 'long' | 'short',
): [string, { tag: string; value: number }][] {
  const named = (options: Intl.DateTimeFormatOptions, at: Date) =>
    fold(new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(at)).replace('.', '');
  // 1 February 2026 is a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, weekday) => {
    const name = named({ weekday: length }, new Date(Date.UTC(2026, 1, 1 + weekday)));
    return [name, { tag: 'weekday', value: weekday }] as [string, { tag: string; value: number }];
  });
  const months = Array.from({ length: 12 }, (_, month) => {
    const name = named({ month: length }, new Date(Date.UTC(2026, month, 1)));
    const tag = length === 'long' && name !== 'may' ? 'month' : 'mon';
    return [name, { tag, value: month + 1 }] as [string, { tag: string; value: number }];
  });
  return [...weekdays, ...months];
}
