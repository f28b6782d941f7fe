/** The periods of which figures tell: months, quarters and years of the calendar in Bogotá. */
import { bogotaDay, earlierOf, monthsBetween, shiftedMonth } from '../calendar/days.js';

export const SPANS = ['month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];

export interface Period {
  span: Span;
  /** The first month, `YYYY-MM`. */
  from: string;
}

/** In months. */
const LENGTH: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** The period that holds a month. */
export function periodOf(span: Span, month: string): Period {
  const inYear = Number(month.slice(5)) - 1;
  return { span, from: shiftedMonth(month, -(inYear % LENGTH[span])) };
}

/** The months of a period, `YYYY-MM`. */
export function monthsOf({ span, from }: Period): string[] {
  return monthsBetween(from, shiftedMonth(from, LENGTH[span] - 1));
}

export function periodBefore({ span, from }: Period): Period {
  return { span, from: shiftedMonth(from, -LENGTH[span]) };
}

/** Returns true while the period has days to come. */
export function isRunning(period: Period, now: Date): boolean {
  return lastMonthOf(period) >= monthAt(now);
}

export const lastMonthOf = ({ span, from }: Period): string => shiftedMonth(from, LENGTH[span] - 1);

/** The last day of a period that is over or, of one that is running, today. `YYYY-MM-DD`. */
export function lastDayOf(period: Period, now: Date): string {
  return earlierOf(lastDay(lastMonthOf(period)), bogotaDay(now));
}

/**
 * The day of the period before up to which it is compared with a running one: as far into the month in the same place.
 * A shorter month counts as a whole. `YYYY-MM-DD`.
 */
export function sameDayBefore(period: Period, now: Date): string {
  const month = shiftedMonth(monthAt(now), -LENGTH[period.span]);
  return earlierOf(lastDay(month), `${month}-${bogotaDay(now).slice(8)}`);
}

const monthAt = (now: Date) => bogotaDay(now).slice(0, 7);

function lastDay(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
}
