/** Which days a name stands for, seen from today. */
import { shiftedDay, weekdayOf } from '../calendar/days.js';
import { isBusinessDay } from '../calendar/holidays.js';
import type { Named, Unit } from './date-grammar.js';

export interface Days {
  from: string;
  until: string;
}

/** The days of a name that come next, not before a day; undefined when there are none. */
export function daysOf(named: Named, notBefore: string, today: string): Days | undefined {
  switch (named.kind) {
    case 'date':
      return dateNext(named, notBefore, today);
    case 'weekday': {
      const first = notBefore > today ? notBefore : shiftedDay(today, 1);
      const day = shiftedDay(first, (named.weekday - weekdayOf(first) + 7) % 7);
      return { from: day, until: day };
    }
    case 'length': {
      const day = after(today, idiomatic(named), named.unit);
      return { from: day, until: day };
    }
    default:
      return named;
  }
}

function dateNext(date: Named & { kind: 'date' }, notBefore: string, today: string): Days | undefined {
  if ((date.month ?? 1) > 12 || date.month === 0) return undefined;
  const [year, month] = [Number(notBefore.slice(0, 4)), Number(notBefore.slice(5, 7))];
  const months =
    date.month === undefined ? [0, 1, 2].map((ahead) => month + ahead) : [date.month, date.month + 12];
  // Every fourth year has a 29 February.
  const later = date.month === 2 ? [date.month + 24, date.month + 36, date.month + 48] : [];
  const candidates =
    date.year === undefined
      ? [...months, ...later].map((one) => dayOf(year, one, date.day))
      : [dayOf(date.year, date.month ?? 0, date.day)];
  const day = candidates.find(
    (one) => one !== undefined && (date.year !== undefined ? one >= today : one >= notBefore),
  );
  if (day === undefined) return undefined;
  return date.isWeek ? weekOf(day, today) : { from: day, until: day };
}

/** The working days of the week of a day, as far as they are in its month; of the next week for a weekend. */
function weekOf(day: string, today: string): Days {
  const isWeekend = [0, 6].includes(weekdayOf(day));
  const monday = shiftedDay(day, isWeekend ? 8 - (weekdayOf(day) || 7) : 1 - weekdayOf(day));
  const first = monday.slice(0, 7) < day.slice(0, 7) ? `${day.slice(0, 7)}-01` : monday;
  return { from: first < today ? today : first, until: shiftedDay(monday, 4) };
}

/** @param month 13 is January of the year after. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === (month - 1) % 12 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/** The day after so many days, weeks or months, counted from a first day. */
export function after(first: string, count: number, unit: Unit): string {
  if (unit === 'months') {
    const [year, month, day] = first.split('-').map(Number) as [number, number, number];
    const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
  }
  if (unit !== 'business') return shiftedDay(first, unit === 'week' ? count * 7 : count);
  let day = first;
  for (let left = count; left > 0; day = shiftedDay(day, 1)) if (isBusinessDay(day)) left--;
  return day;
}

/** "En ocho días" is in a week, "en quince días" in two. */
function idiomatic({ count, unit }: { count: number; unit: Unit }): number {
  return unit === 'day' && (count === 8 || count === 15) ? count - 1 : count;
}
