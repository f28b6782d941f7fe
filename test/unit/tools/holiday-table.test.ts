import assert from 'node:assert/strict';
import { publicHolidays } from '../../../src/platform/calendar/colombia.js';
import { holidayTable } from '../../../tools/build/holiday-table.js';

describe('the holidays in the bundle', () => {
  it('are those of the library', async () => {
    const source = `data:text/javascript,${encodeURIComponent(holidayTable())}`;
    const built = (await import(source)) as { publicHolidays: typeof publicHolidays };
    for (let year = 2020; year <= 2050; year++) {
      assert.ok(built.publicHolidays(year).length >= 18);
      assert.deepEqual(built.publicHolidays(year), publicHolidays(year));
    }
    assert.deepEqual(built.publicHolidays(1999), []);
  });
});
