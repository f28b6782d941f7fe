/** Of which month, quarter or year a text asks for figures, and with which it compares. Pure. */
import { shiftedMonth } from '../calendar/days.js';
import { type Period, periodOf, type Span } from '../figures/period.js';
import { type Mark, marksOf } from './period-words.js';

export interface AskedPeriod {
  /** Undefined where the text names none. */
  period?: Period;
  /** What the text compares it with; undefined for the period before. */
  against?: Period;
  /** The text names a time by which no figures are kept, such as a week; the period is what comes closest. */
  isNearest: boolean;
}

interface Mention {
  period: Period;
  isAgainst: boolean;
  /** A year was said. */
  hasYear: boolean;
}

const MOST_LENGTH = 400;

/**
 * Of two periods, the later one is shown and compared with the earlier one. A month without its year is the last one
 * that has begun.
 * @param today `YYYY-MM-DD` in Bogotá.
 */
export function periodAsked(text: string, today: string): AskedPeriod {
  const month = today.slice(0, 7);
  const { mentions, ...read } = readMarks(marksOf(text.slice(0, MOST_LENGTH)), month);
  const named = withYears(mentions).filter(({ period }) => period.from <= month);
  const isNearest = read.isNearest || named.length < mentions.length;
  const [only, ...others] = distinct(named);
  if (!only) return { ...(read.near && { period: periodOf(read.near, month) }), isNearest };
  if (others.length === 0) return { ...alone(only, month), isNearest };
  return { ...pairOf([only, ...others]), isNearest: isNearest || others.length > 1 };
}

/** "¿Mejor que el año pasado?": the one that is named is what the current one is compared with. */
function alone({ period, isAgainst }: Mention, month: string): Omit<AskedPeriod, 'isNearest'> {
  const current = periodOf(period.span, month);
  if (!isAgainst || current.from === period.from) return { period };
  return { period: current, against: period };
}

function pairOf(mentions: readonly Mention[]): Omit<AskedPeriod, 'isNearest'> {
  const periods = mentions.map(({ period }) => period);
  const finest = SPANS_BY_LENGTH.find((span) => periods.some((one) => one.span === span)) as Span;
  const fine = periods.filter(({ span }) => span === finest).sort((a, b) => (a.from < b.from ? 1 : -1));
  const [period, earlier] = fine as [Period, Period?];
  if (earlier) return { period, against: earlier };
  // "Este mes comparado con el año pasado" means the same month of that year.
  const year = periods.find(({ span }) => span === 'year');
  const against = year && { span: finest, from: `${year.from.slice(0, 4)}${period.from.slice(4)}` };
  if (!against || against.from === period.from) return { period };
  return against.from < period.from ? { period, against } : { period: against, against: period };
}

const SPANS_BY_LENGTH: readonly Span[] = ['month', 'quarter', 'year'];

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Map(mentions.map((one) => [`${one.period.span} ${one.period.from}`, one]));
  return [...seen.values()];
}

/** "Enero y febrero de 2025": a month without its year takes that of the one behind it. */
function withYears(mentions: readonly Mention[]): Mention[] {
  const told = [...mentions];
  for (let at = told.length - 2; at >= 0; at--) {
    const [one, next] = [told[at], told[at + 1]] as [Mention, Mention];
    if (one.hasYear || !next.hasYear || one.period.span !== next.period.span) continue;
    const from = `${next.period.from.slice(0, 4)}${one.period.from.slice(4)}`;
    told[at] = { ...one, period: { ...one.period, from }, hasYear: true };
  }
  return told;
}

/** @returns also `near`: the kind of period that comes closest to a time by which no figures are kept. */
function readMarks(
  marks: readonly Mark[],
  month: string,
): { mentions: Mention[]; isNearest: boolean; near?: Span } {
  const mentions: Mention[] = [];
  const near = marks.find(({ tag }) => tag === 'other') as { value: Span } | undefined;
  let [isNearest, isAgainst, isSince] = [near !== undefined, false, false];
  for (let at = 0; at < marks.length; ) {
    const { tag } = marks[at] as Mark;
    const found = periodAt(marks, at, month);
    if (found) {
      // "Desde enero": the months are shown one by one within the year.
      const period = isSince ? periodOf('year', found.period.from) : found.period;
      mentions.push({ period, hasYear: found.hasYear, isAgainst });
      isNearest ||= found.isNearest || isSince;
      [isAgainst, isSince] = [false, false];
      at = found.end;
      continue;
    }
    isAgainst ||= tag === 'against';
    isSince = tag === 'since' || (isSince && /^(of|the)$/.test(tag));
    at++;
  }
  return { mentions, isNearest, ...(near && { near: near.value }) };
}

interface Found {
  period: Period;
  hasYear: boolean;
  isNearest: boolean;
  end: number;
}

function periodAt(marks: readonly Mark[], at: number, month: string): Found | undefined {
  return (
    namedMonth(marks, at, month) ??
    quarterAt(marks, at, month) ??
    relative(marks, at, month) ??
    yearAt(marks, at)
  );
}

/** "Octubre", "octubre del año pasado", "oct 2025". */
function namedMonth(marks: readonly Mark[], at: number, month: string): Found | undefined {
  const mark = marks[at];
  if (mark?.tag !== 'month' && mark?.tag !== 'mon') return undefined;
  const year = yearBehind(marks, at + 1, month);
  if (mark.tag === 'mon' && !year && marks[at - 1]?.tag !== 'of') return undefined;
  return numbered('month', mark.value, year, month, at + 1);
}

/** "Q3", "tercer trimestre", "trimestre 3 de 2025". */
function quarterAt(marks: readonly Mark[], at: number, month: string): Found | undefined {
  const [mark, next] = [marks[at], marks[at + 1]];
  const isUnit = (one?: Mark) => one?.tag === 'unit' && one.value === 'quarter';
  if (mark?.tag === 'quarter') return quarter(mark.value, at + 1);
  if (mark?.tag === 'nth' && isUnit(next)) return quarter(mark.value, at + 2);
  if (isUnit(mark) && next?.tag === 'nth') return quarter(next.value, at + 2);
  return undefined;

  function quarter(count: number, end: number): Found {
    return numbered('quarter', count * 3 - 2, yearBehind(marks, end, month), month, end);
  }
}

/** @param first the month with which it begins, 1 to 12. Without a year it is the last one that has begun. */
function numbered(
  span: Span,
  first: number,
  year: { value: number; end: number } | undefined,
  month: string,
  end: number,
): Found {
  const of = (value: number) => `${value}-${String(first).padStart(2, '0')}`;
  const thisYear = Number(month.slice(0, 4));
  const from = year ? of(year.value) : of(thisYear) <= month ? of(thisYear) : of(thisYear - 1);
  return { period: { span, from }, hasYear: year !== undefined, isNearest: false, end: year?.end ?? end };
}

/** "2025", "de 2025", "del año pasado", "de este año": behind a month or a quarter. */
function yearBehind(
  marks: readonly Mark[],
  from: number,
  month: string,
): { value: number; end: number } | undefined {
  let at = from;
  while (/^(of|the)$/.test(marks[at]?.tag ?? '')) at++;
  const mark = marks[at];
  if (mark?.tag === 'year') return { value: mark.value, end: at + 1 };
  const found = at > from ? relative(marks, at, month) : undefined;
  if (found?.period.span === 'year') return { value: Number(found.period.from.slice(0, 4)), end: found.end };
  return undefined;
}

/** "Este mes", "el trimestre pasado", "lo que va del año", "los últimos seis meses". */
function relative(marks: readonly Mark[], at: number, month: string): Found | undefined {
  const [mark, next] = [marks[at], marks[at + 1]];
  const unit = mark?.tag === 'unit' ? at : next?.tag === 'unit' ? at + 1 : undefined;
  if (unit !== undefined && isNamedBehind(marks, unit + 1)) return undefined;
  if (mark?.tag === 'unit') {
    const back = backBy(next);
    // "Por mes", "¿en qué mes?" name none.
    const isBare = back === undefined && next?.tag !== 'this' && !/^(of|the)$/.test(marks[at - 1]?.tag ?? '');
    if (isBare && mark.value === 'month') return undefined;
    return counted(mark.value, back ?? 0, month, at + (back === undefined && next?.tag !== 'this' ? 1 : 2));
  }
  const back = backBy(mark);
  if (next?.tag === 'unit' && (back !== undefined || mark?.tag === 'this'))
    return counted(next.value, back ?? 0, month, at + 2);
  if (mark?.tag === 'several') return severalAt(marks, at, month);
  return undefined;
}

/** "El mes de octubre", "el año 2025": the unit only introduces the name. */
function isNamedBehind(marks: readonly Mark[], from: number): boolean {
  let at = from;
  while (/^(of|the)$/.test(marks[at]?.tag ?? '')) at++;
  return /^(month|mon|year)$/.test(marks[at]?.tag ?? '');
}

const backBy = (mark?: Mark): number | undefined =>
  mark?.tag === 'past' ? 1 : mark?.tag === 'twice' ? 2 : undefined;

function counted(span: Span, back: number, month: string, end: number): Found {
  const length = { month: 1, quarter: 3, year: 12 }[span];
  return {
    period: periodOf(span, shiftedMonth(month, -back * length)),
    hasYear: false,
    isNearest: false,
    end,
  };
}

/** "Los últimos seis meses": several months are shown month by month, within the year. */
function severalAt(marks: readonly Mark[], at: number, month: string): Found | undefined {
  let end = at + 1;
  while (end < at + 3 && /^(several|nth|word)$/.test(marks[end]?.tag ?? '') && marks[end - 1]?.tag !== 'unit')
    end++;
  const isPlural = marks.slice(at, end).some(({ tag }, place) => tag === 'several' && place > 0);
  if (!isPlural) return undefined;
  return { period: periodOf('year', month), hasYear: false, isNearest: true, end };
}

/** "2025", alone. */
function yearAt(marks: readonly Mark[], at: number): Found | undefined {
  const mark = marks[at];
  if (mark?.tag !== 'year') return undefined;
  return { period: { span: 'year', from: `${mark.value}-01` }, hasYear: true, isNearest: false, end: at + 1 };
}
