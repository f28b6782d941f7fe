import assert from 'node:assert/strict';
import {
  momentsOf,
  periodOf,
  readPeriod,
  type Span,
  writtenPeriod,
} from '../../../../src/platform/calendar/day-period.js';

/** The last evening of the third quarter in Bogotá; in UTC it is October. */
const NOW = new Date('2026-10-01T03:30:00.000Z');

describe('a period of days', () => {
  for (const [span, back, written] of [
    ['month', 0, '2026-09-01..2026-09-30'],
    ['month', 1, '2026-08-01..2026-08-31'],
    ['month', 7, '2026-02-01..2026-02-28'],
    ['quarter', 0, '2026-07-01..2026-09-30'],
    ['quarter', 1, '2026-04-01..2026-06-30'],
    ['semester', 0, '2026-07-01..2026-12-31'],
    ['semester', 1, '2026-01-01..2026-06-30'],
    ['year', 0, '2026-01-01..2026-12-31'],
    ['year', 1, '2025-01-01..2025-12-31'],
  ] satisfies [Span, number, string][]) {
    it(`is ${written} for the ${span}${back > 0 ? `, ${back} before` : ''}`, () => {
      assert.equal(writtenPeriod(periodOf(span, NOW, back)), written);
    });
  }

  it('is read as it is written, up to a year', () => {
    for (const written of ['2026-03-03..2026-03-03', '2026-02-10..2027-02-10', '2028-01-01..2028-12-31']) {
      assert.equal(writtenPeriod(readPeriod(written) ?? { from: '', until: '' }), written);
    }
    for (const wrong of [
      '',
      '2026-03-03',
      '2026-03-04..2026-03-03',
      '2026-02-30..2026-03-03',
      '2026-01-01..2027-01-02',
      '2026-01-01..2026-02-01..2026-03-01',
    ]) {
      assert.equal(readPeriod(wrong), undefined, wrong);
    }
  });

  it('begins and ends at midnight in Bogotá', () => {
    const period = { from: '2026-07-01', until: '2026-09-30' };
    const { from, to } = momentsOf(period);
    assert.equal(from.toISOString(), '2026-07-01T05:00:00.000Z');
    assert.equal(to.toISOString(), '2026-10-01T05:00:00.000Z');
  });
});
