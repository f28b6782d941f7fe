/** Business time: Monday to Friday, 8:00 to 17:00 in Bogotá, without Colombian public holidays. */
import { isBusinessDay, isHoliday as isHolidayInColombia } from './holidays.js';

/** Colombia has kept UTC−5 without daylight saving since 1993. */
const BOGOTA_OFFSET_MS = -5 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS = 8 * HOUR_MS;
const CLOSES = 17 * HOUR_MS;
const BUSINESS_DAY_MS = CLOSES - OPENS;

export interface BusinessCalendar {
  /** Returns the moment when `hours` business hours have passed; fractions count. */
  afterHours(hours: number, from: Date): Date;
  /** Returns the moment when `days` business days (9 hours each) have passed; fractions count. */
  afterDays(days: number, from: Date): Date;
  /** Returns the end of the last of `days` business days, counted from the day after `from`. */
  endOfDay(days: number, from: Date): Date;
}

/** @param isHoliday recognises public holidays by day, `YYYY-MM-DD`. */
export function businessCalendar(isHoliday = isHolidayInColombia): BusinessCalendar {
  return {
    afterHours: (hours, from) => addBusinessTime(from, hours * HOUR_MS, isHoliday),
    afterDays: (days, from) => addBusinessTime(from, days * BUSINESS_DAY_MS, isHoliday),
    endOfDay: (days, from) => {
      const local = from.getTime() + BOGOTA_OFFSET_MS;
      const tomorrow = (Math.floor(local / DAY_MS) + 1) * DAY_MS;
      return addBusinessTime(new Date(tomorrow - BOGOTA_OFFSET_MS), days * BUSINESS_DAY_MS, isHoliday);
    },
  };
}

function addBusinessTime(from: Date, ms: number, isHoliday: (day: string) => boolean): Date {
  let local = from.getTime() + BOGOTA_OFFSET_MS;
  let left = ms;
  for (;;) {
    const midnight = Math.floor(local / DAY_MS) * DAY_MS;
    if (isBusinessDay(new Date(midnight).toISOString().slice(0, 10), isHoliday)) {
      const start = Math.max(local, midnight + OPENS);
      const available = midnight + CLOSES - start;
      if (available >= left) return new Date(start + left - BOGOTA_OFFSET_MS);
      left -= Math.max(available, 0);
    }
    local = midnight + DAY_MS;
  }
}
