/** Colombian public holidays, by day, `YYYY-MM-DD`. */
import { type Holiday, publicHolidays } from './colombia.js';
import { shiftedDay, weekdayOf } from './days.js';

const years = new Map<number, Holiday[]>();

/** Computes the holidays of each year once. */
function holidaysOf(year: number): Holiday[] {
  let holidays = years.get(year);
  if (!holidays) {
    holidays = publicHolidays(year);
    years.set(year, holidays);
  }
  return holidays;
}

export function isHoliday(day: string): boolean {
  return holidaysOf(Number(day.slice(0, 4))).some(({ date }) => date === day);
}

/** @param isOff recognises public holidays. */
export function isBusinessDay(day: string, isOff = isHoliday): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !isOff(day);
}

/** Returns Monday to Friday of the Holy Week that ends next, today's included. */
export function holyWeek(today: string): { from: string; until: string } {
  const year = Number(today.slice(0, 4));
  const fridays = [year, year + 1].flatMap(holidaysOf).filter(({ rule }) => rule === 'easter -2');
  const until = fridays.find(({ date }) => date >= today)?.date ?? today;
  return { from: shiftedDay(until, -4), until };
}
