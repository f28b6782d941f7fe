/**
 * The public holidays of Colombia. The bundle has a table instead of this file (`src/cli/holiday-table.ts`): the library brings
 * those of all countries, with their time zones.
 */
import Holidays from 'date-holidays';

export interface Holiday {
  /** `YYYY-MM-DD` */
  date: string;
  /** As the library writes it: `easter -2`. */
  rule: string;
}

const calendar = new Holidays('CO');

export function publicHolidays(year: number): Holiday[] {
  return calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, rule }) => ({ date: date.slice(0, 10), rule }));
}
