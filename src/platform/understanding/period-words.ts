/** The words with which people name months, quarters and years, in Spanish and English, and the marks by which `asked-period.ts` reads them. */
import { SPANS, type Span } from '../figures/period.js';
import { soundOf } from '../learning/features.js';
import { Spelling } from '../learning/spelling.js';
import { fold } from '../text/fold.js';

/**
 * - `month`: a month by its name, 1 to 12. `mon`: a short name, which is one only beside a year or behind "de".
 * - `unit`: a kind of period. `quarter`: a numbered one, as in "Q3".
 * - `nth`: a number that may count quarters. `year`: 2026.
 * - `other`: a length of time by which figures are not kept, with the kind of period that comes closest.
 */
export type Mark =
  | { tag: 'month' | 'mon' | 'quarter' | 'nth' | 'year'; value: number }
  | { tag: 'unit' | 'other'; value: Span }
  | { tag: 'this' | 'past' | 'twice' | 'several' | 'since' | 'of' | 'the' | 'against' | 'word' };

const WORDS = {
  this: 'este esta esto presente actual curso corriente corrido va vamos llevamos this current so far date',
  past: 'pasado pasada anterior previo previa ultimo ultima last previous prior',
  twice: 'antepasado antepasada',
  several: 'ultimos ultimas pasados pasadas anteriores meses trimestres anos months quarters years',
  since: 'desde since',
  of: 'de del of in en al',
  the: 'el la lo los las the',
  against: `vs versus contra frente comparado comparada comparados comparadas comparando comparacion respecto
    against than compared`,
};

const UNITS: Readonly<Record<Span, string>> = {
  month: 'mes mesecito month',
  quarter: 'trimestre trim trimestral quarter',
  year: 'ano anual year',
};

const OTHERS: Readonly<Record<Span, string>> = {
  month: 'semana semanas quincena hoy ayer week weeks today yesterday puente',
  quarter: 'bimestre bimestres bimestral',
  year: 'semestre semestres semestral semester semesters',
};

const NUMBERS = `primer primero 1er 1ro 1 i first,segundo 2do 2 ii second,tercer tercero 3er 3ro 3 iii third,
  cuarto 4to 4 iv fourth`;

const listed = (words: string) => words.trim().split(/\s+/);

const MARKS = new Map<string, Mark>([
  ...namesOf('short', 'mon'),
  ...namesOf('long', 'month'),
  ['setiembre', { tag: 'month', value: 9 }],
  ['sept', { tag: 'mon', value: 9 }],
  ['set', { tag: 'mon', value: 9 }],
  ...Object.entries(WORDS).flatMap(([tag, words]) =>
    listed(words).map((word): [string, Mark] => [word, { tag: tag as keyof typeof WORDS }]),
  ),
  ...spans('unit', UNITS),
  ...spans('other', OTHERS),
  ...NUMBERS.split(',').flatMap((words, at) =>
    listed(words).map((word): [string, Mark] => [word, { tag: 'nth', value: at + 1 }]),
  ),
]);

/** Words that people misspell. */
const MISSPELT = [...MARKS]
  .filter(([word, { tag }]) => /^(month|unit)$/.test(tag) && word.length >= 5)
  .map(([word]) => word);
/** Shorter ones are one slip away from other words, as «abril» is from «abrir». */
const spelling = new Spelling(MISSPELT.filter((word) => word.length >= 7));
const bySound = new Map(MISSPELT.map((word) => [soundOf(word), word]));

/** "A hoy" says no more than "until now". */
const UNTIL_NOW = /\b(?:a|hasta|al dia de|as of|until) (?:hoy|ayer|today|yesterday)\b/g;
/** "Mejor que", "más que": as far as four words before, since the words may be "estamos mejor o peor que". */
const BETTER = /^(?:mejor|peor|mas|menos|mayor|menor)$/;

/** The marks of a text, one for each word. */
export function marksOf(text: string): Mark[] {
  const found =
    fold(text)
      .replace(UNTIL_NOW, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word, at) =>
    /^(?:que|q|k)$/.test(word) && found.slice(Math.max(0, at - 4), at).some((before) => BETTER.test(before))
      ? { tag: 'against' }
      : markOf(word),
  );
}

function markOf(word: string): Mark {
  const known = MARKS.get(word);
  if (known) return known;
  const quarter = /^(?:q|t|trim)([1-4])$|^([1-4])(?:q|t)$/.exec(word);
  if (quarter) return { tag: 'quarter', value: Number(quarter[1] ?? quarter[2]) };
  if (/^20\d\d$/.test(word)) return { tag: 'year', value: Number(word) };
  return MARKS.get(mended(word)) ?? { tag: 'word' };
}

function mended(word: string): string {
  if (word.length < 5) return '';
  const meant = bySound.get(soundOf(word)) ?? spelling.meant(word) ?? '';
  return soundOf(meant).at(0) === soundOf(word).at(0) ? meant : '';
}

function spans(tag: 'unit' | 'other', wordsOf: Readonly<Record<Span, string>>): [string, Mark][] {
  return SPANS.flatMap((value) =>
    listed(wordsOf[value]).map((word): [string, Mark] => [word, { tag, value }]),
  );
}

/** The names of the months in both languages; "may" and "mar" are also other words. */
function namesOf(length: 'long' | 'short', tag: 'month' | 'mon'): [string, Mark][] {
  return (['en', 'es'] as const).flatMap((language) =>
    Array.from({ length: 12 }, (_, month): [string, Mark] => {
      const name = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: length }).format(
        new Date(Date.UTC(2026, month, 1)),
      );
      const word = fold(name).replace('.', '');
      return [word, { tag: /^(may|march)$/.test(word) ? 'mon' : tag, value: month + 1 }];
    }),
  );
}
