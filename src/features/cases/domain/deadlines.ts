/**
 * When a step of a case is due. The policy says "oportunamente" (section `aseguramiento-colaborador`); these
 * figures give it a measure. Hours of business are Monday to Friday, 8:00 to 17:00 in Bogotá, without
 * Colombian holidays.
 */
import Holidays from 'date-holidays';
import type { Level } from './assessment.js';
import type { Due } from './case.js';

/** Colombia has kept UTC−5 without daylight saving since 1993. */
const BOGOTA_OFFSET_MS = -5 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS = 8 * HOUR_MS;
const CLOSES = 17 * HOUR_MS;
const BUSINESS_DAY_MS = CLOSES - OPENS;

/** Hours to accept (by the clock for high, of business for the others) and business days to close. */
export type Limits = Record<Level, { acceptHours: number; closeDays: number }>;

export const DEFAULT_LIMITS: Limits = {
  high: { acceptHours: 1, closeDays: 2 },
  medium: { acceptHours: 8, closeDays: 5 },
  low: { acceptHours: 24, closeDays: 10 },
};

/** Business days in which a closed case may be opened again. */
const REOPEN_DAYS = 15;
/** Business hours until the humanization team is told again of what nobody attends to. */
const AGAIN_HOURS = 8;

export interface Deadlines {
  accept(level: Level, from: Date): Due;
  close(level: Level, from: Date): Due;
  /** Of a case that has lapsed at the top of the line. */
  again(from: Date): Due;
  /** Until when a case that was closed then may be opened again. */
  reopenBy(closedAt: Date): Date;
}

export function createDeadlines(limits = DEFAULT_LIMITS, isHoliday = colombianHoliday()): Deadlines {
  const after = (from: Date, ms: number) => addBusinessTime(from, ms, isHoliday);
  /** Reminded when half of the time has passed. */
  const inBusinessTime = (from: Date, ms: number): Due => ({
    dueAt: after(from, ms).toISOString(),
    remindAt: after(from, ms / 2).toISOString(),
  });
  return {
    accept: (level, from) => {
      const ms = limits[level].acceptHours * HOUR_MS;
      if (level !== 'high') return inBusinessTime(from, ms);
      return {
        dueAt: new Date(from.getTime() + ms).toISOString(),
        remindAt: new Date(from.getTime() + ms / 2).toISOString(),
      };
    },
    close: (level, from) => inBusinessTime(from, limits[level].closeDays * BUSINESS_DAY_MS),
    again: (from) => inBusinessTime(from, AGAIN_HOURS * HOUR_MS),
    reopenBy: (closedAt) => after(closedAt, REOPEN_DAYS * BUSINESS_DAY_MS),
  };
}

/** The end of the last of so many business days, the first of them the one after that of `from`. */
export function businessDaysAfter(days: number, from: Date, isHoliday = colombianHoliday()): Date {
  const local = from.getTime() + BOGOTA_OFFSET_MS;
  const tomorrow = (Math.floor(local / DAY_MS) + 1) * DAY_MS;
  return addBusinessTime(new Date(tomorrow - BOGOTA_OFFSET_MS), days * BUSINESS_DAY_MS, isHoliday);
}

/** The moment at which so many milliseconds of business time have passed since `from`. */
export function addBusinessTime(from: Date, ms: number, isHoliday: (date: string) => boolean): Date {
  let local = from.getTime() + BOGOTA_OFFSET_MS;
  let left = ms;
  for (;;) {
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    if (isBusinessDay(midnight, isHoliday)) {
      const start = Math.max(local, midnight + OPENS);
      const available = midnight + CLOSES - start;
      if (available >= left) return new Date(start + left - BOGOTA_OFFSET_MS);
      left -= Math.max(available, 0);
    }
    local = midnight + DAY_MS;
  }
}

function isBusinessDay(midnight: number, isHoliday: (date: string) => boolean): boolean {
  const day = new Date(midnight);
  const weekday = day.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day.toISOString().slice(0, 10));
}

/** Whether a day (`YYYY-MM-DD`) is a public holiday in Colombia. Years are looked up once. */
function colombianHoliday(): (date: string) => boolean {
  const calendar = new Holidays('CO');
  const years = new Map<string, Set<string>>();
  return (date) => {
    const year = date.slice(0, 4);
    let days = years.get(year);
    if (!days) {
      const holidays = calendar.getHolidays(Number(year)).filter((holiday) => holiday.type === 'public');
      days = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
      years.set(year, days);
    }
    return days.has(date);
  };
}
