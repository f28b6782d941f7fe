import assert from 'node:assert/strict';
import { businessCalendar } from '../../../../src/platform/calendar/business-time.js';
import { bogota } from '../../../support/fixtures.js';

/** `YYYY-MM-DD HH:MM` in Bogotá. */
const local = (at: Date) =>
  new Date(at.getTime() - 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const passed = (from: string, hours: number, isHoliday: (day: string) => boolean = () => false) =>
  local(businessCalendar(isHoliday).afterHours(hours, bogota(from)));

describe('business time', () => {
  // 2026-11-24 is a Tuesday, 2026-11-27 a Friday.
  for (const [name, from, hours, to] of [
    ['stays within the day', '2026-11-24 09:30', 2, '2026-11-24 11:30'],
    ['ends at 17:00 sharp', '2026-11-24 09:00', 8, '2026-11-24 17:00'],
    ['continues at 8:00', '2026-11-24 16:00', 2, '2026-11-25 09:00'],
    ['starts at 8:00 when it is earlier', '2026-11-24 03:00', 1, '2026-11-24 09:00'],
    ['starts at 8:00 sharp', '2026-11-24 08:00', 1, '2026-11-24 09:00'],
    ['starts the next day at 17:00 sharp', '2026-11-24 17:00', 1, '2026-11-25 09:00'],
    ['starts the next day at night', '2026-11-24 22:00', 1, '2026-11-25 09:00'],
    ['skips the weekend', '2026-11-27 16:30', 1, '2026-11-30 08:30'],
    ['starts on Monday from a Saturday', '2026-11-28 10:00', 1, '2026-11-30 09:00'],
    ['starts on Monday from a Sunday night', '2026-11-29 23:59', 9, '2026-11-30 17:00'],
    ['counts a whole week', '2026-11-24 12:00', 45, '2026-12-01 12:00'],
    ['ends at once when no time has to pass', '2026-11-24 12:00', 0, '2026-11-24 12:00'],
  ] as const) {
    it(name, () => assert.equal(passed(from, hours), to));
  }

  it('skips holidays', () => {
    assert.equal(
      passed('2026-11-24 16:00', 2, (day) => ['2026-11-25', '2026-11-26'].includes(day)),
      '2026-11-27 09:00',
    );
  });

  it('uses the day in Bogotá, not in UTC', () => {
    const holiday = (day: string) => day === '2026-11-25';
    assert.equal(passed('2026-11-24 23:00', 1, holiday), '2026-11-26 09:00');
    assert.equal(
      passed('2026-11-24 19:30', 1, (day) => day === '2026-11-24'),
      '2026-11-25 09:00',
    );
  });
});
