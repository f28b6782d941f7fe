import assert from 'node:assert/strict';
import {
  isRunning,
  lastDayOf,
  monthsOf,
  periodBefore,
  periodOf,
  sameDayBefore,
} from '../../../../src/platform/figures/period.js';
import { yearsOf } from '../../../../src/platform/figures/view.js';
import { bogota } from '../../../support/fixtures.js';

describe('a period of figures', () => {
  it('is the month, the quarter or the year that holds a month', () => {
    assert.deepEqual(periodOf('month', '2026-11').from, '2026-11');
    assert.deepEqual(monthsOf(periodOf('quarter', '2026-11')), ['2026-10', '2026-11', '2026-12']);
    assert.deepEqual(monthsOf(periodOf('quarter', '2027-03')), ['2027-01', '2027-02', '2027-03']);
    assert.equal(periodOf('year', '2026-11').from, '2026-01');
    assert.equal(monthsOf(periodOf('year', '2026-11')).length, 12);
  });

  it('has one before it, of the same length', () => {
    assert.equal(periodBefore(periodOf('month', '2026-01')).from, '2025-12');
    assert.equal(periodBefore(periodOf('quarter', '2026-01')).from, '2025-10');
    assert.equal(periodBefore(periodOf('year', '2026-05')).from, '2025-01');
  });

  it('runs until its last day is over in Bogotá', () => {
    const november = periodOf('month', '2026-11');
    const quarter = periodOf('quarter', '2026-11');
    assert.ok(isRunning(november, bogota('2026-11-30 23:59')));
    assert.ok(!isRunning(november, bogota('2026-12-01 00:00')));
    assert.ok(isRunning(quarter, bogota('2026-12-01 00:00')));
    assert.equal(lastDayOf(november, bogota('2026-11-26 20:00')), '2026-11-26');
    assert.equal(lastDayOf(november, bogota('2027-02-01 09:00')), '2026-11-30');
  });

  it('is compared with the same days of the one before, a shorter month with all of it', () => {
    const at = (span: 'month' | 'quarter' | 'year', day: string) =>
      sameDayBefore(periodOf(span, day.slice(0, 7)), bogota(`${day} 12:00`));
    assert.equal(at('month', '2026-11-26'), '2026-10-26');
    assert.equal(at('month', '2026-03-31'), '2026-02-28');
    assert.equal(at('quarter', '2026-11-26'), '2026-08-26');
    assert.equal(at('year', '2028-02-29'), '2027-02-28');
  });

  it('is read with the years of its trend and of the period before, two at most', () => {
    assert.deepEqual(yearsOf(periodOf('month', '2026-12')), ['2026']);
    assert.deepEqual(yearsOf(periodOf('month', '2026-11')), ['2025', '2026']);
    assert.deepEqual(yearsOf(periodOf('year', '2026-11')), ['2025', '2026']);
  });
});
