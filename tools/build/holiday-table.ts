import type { Plugin } from 'esbuild';
import { publicHolidays } from '../../src/platform/calendar/colombia.js';

/** The years that deadlines and dates in messages fall into. The others have no holidays. */
const [FIRST, LAST] = [2000, 2100];

/** The source of a module that says what `src/platform/calendar/colombia.ts` does, without the library. */
export function holidayTable(): string {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
  const table = Object.fromEntries(years.map((year) => [year, publicHolidays(year)]));
  return `const TABLE = ${JSON.stringify(table)}; export const publicHolidays = (year) => TABLE[year] ?? [];`;
}

/** The library was an eighth of the bundle, and 14 MB of the memory after the start. */
export const holidaysAsTable: Plugin = {
  name: 'holidays-as-table',
  setup: (building) => {
    building.onLoad({ filter: /[/\\]platform[/\\]calendar[/\\]colombia\.ts$/ }, () => ({
      contents: holidayTable(),
    }));
  },
};
