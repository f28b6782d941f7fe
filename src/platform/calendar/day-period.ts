/** Periods of whole days in Bogotá, a year at most, chosen to look back. */
import { bogotaMonth, daysBetween, shiftedDay, shiftedMonth } from './days.js';

export const SPANS = ['month', 'quarter', 'semester', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** First and last day, `YYYY-MM-DD`. */
export interface DayPeriod {
  from: string;
  until: string;
}

/** In months. */
const LENGTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, semester: 6, year: 12 };
const MOST_DAYS = 366;
const WRITTEN = /^(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)$/;
/** Colombia has no daylight saving time. */
const MIDNIGHT = 'T00:00:00-05:00';

/** The span of the calendar that holds a moment, or with `back` an earlier one. */
export function periodOf(span: Span, now: Date, back = 0): DayPeriod {
  const month = bogotaMonth(now);
  const length = LENGTHS[span];
  const inYear = Number(month.slice(5)) - 1;
  const first = shiftedMonth(month, -(inYear % length) - back * length);
  return { from: `${first}-01`, until: shiftedDay(`${shiftedMonth(first, length)}-01`, -1) };
}

/** "2026-01-01..2026-06-30", as cards and rows keep it. */
export const writtenPeriod = ({ from, until }: DayPeriod): string => `${from}..${until}`;

/** Undefined for a text that is no period, a reversed one, or more than a year. */
export function readPeriod(written: string): DayPeriod | undefined {
  const [, from = '', until = ''] = WRITTEN.exec(written) ?? [];
  return isDay(from) && isDay(until) && isSpan(from, until) ? { from, until } : undefined;
}

/** From the beginning of the first day to the end of the last. */
export function momentsOf({ from, until }: DayPeriod): { from: Date; to: Date } {
  return { from: new Date(`${from}${MIDNIGHT}`), to: new Date(`${shiftedDay(until, 1)}${MIDNIGHT}`) };
}

function isSpan(from: string, until: string): boolean {
  const days = daysBetween(noon(from), noon(until)) + 1;
  return days >= 1 && days <= MOST_DAYS;
}

const noon = (day: string) => new Date(`${day}T12:00:00-05:00`);
const isDay = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
