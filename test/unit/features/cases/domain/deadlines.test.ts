import assert from 'node:assert/strict';
import { createDeadlines } from '../../../../../src/features/cases/domain/deadlines.js';
import type { Due } from '../../../../../src/features/cases/domain/event.js';
import { businessCalendar } from '../../../../../src/platform/calendar/business-time.js';
import { DEFAULT_STEP_TIMES } from '../../../../../src/platform/calendar/step-times.js';
import { LEVELS, type Level } from '../../../../../src/platform/impact/assessment.js';
import { bogota } from '../../../../support/fixtures.js';
import { seeded } from '../../../../support/random.js';

const HOUR = 3_600_000;
const HOURS = { confirmLevelHours: 4, healthHours: { vital: 24, prioritised: 48, simple: 72 } };
const deadlines = createDeadlines(DEFAULT_STEP_TIMES, businessCalendar(), HOURS);
const acceptBy = (level: Level, from: Date) => new Date(deadlines.accept(level, from).dueAt);
const closeBy = (level: Level, from: Date) => new Date(deadlines.close(level, from).dueAt);

/** `YYYY-MM-DD HH:MM` in Bogotá. */
const local = (at: Date) => new Date(at.getTime() - 5 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

describe('deadlines', () => {
  it('gives a high case one clock hour, even at night and on holidays', () => {
    for (const from of ['2026-11-24 23:30', '2026-11-28 12:00', '2026-12-25 16:45']) {
      assert.equal(acceptBy('high', bogota(from)).getTime() - bogota(from).getTime(), HOUR);
    }
  });

  it('gives a level four business hours to be confirmed in', () => {
    const until = (from: string) => local(new Date(deadlines.confirm(bogota(from))));
    assert.equal(until('2026-11-24 09:00'), '2026-11-24 13:00');
    assert.equal(until('2026-11-27 15:30'), '2026-11-30 10:30');
  });

  it('gives a health claim hours by the clock from its report, and reminds half-way from when it was marked', () => {
    const claim = (priority: 'vital' | 'prioritised' | 'simple', now: string) => {
      const due = deadlines.health?.(priority, bogota('2026-11-27 16:00'), bogota(now));
      return due && [due.dueAt, due.remindAt].map((at) => local(new Date(at)));
    };
    assert.deepEqual(claim('vital', '2026-11-27 16:00'), ['2026-11-28 16:00', '2026-11-28 04:00']);
    assert.deepEqual(claim('prioritised', '2026-11-28 16:00'), ['2026-11-29 16:00', '2026-11-29 04:00']);
    assert.deepEqual(claim('simple', '2026-11-27 16:00'), ['2026-11-30 16:00', '2026-11-29 04:00']);
    const none = createDeadlines(DEFAULT_STEP_TIMES, businessCalendar(), { confirmLevelHours: 4 });
    assert.equal(none.health, undefined);
  });

  it('gives each level its hours and days', () => {
    const from = bogota('2026-11-17 08:00');
    assert.equal(local(acceptBy('medium', from)), '2026-11-17 16:00');
    assert.equal(local(acceptBy('low', from)), '2026-11-19 14:00');
    assert.equal(local(closeBy('high', from)), '2026-11-18 17:00');
    assert.equal(local(closeBy('medium', from)), '2026-11-23 17:00');
    assert.equal(local(closeBy('low', from)), '2026-11-30 17:00');
  });

  for (const [holiday, before, next] of [
    ['2026-12-08', '2026-12-07', '2026-12-09'],
    ['2026-12-25', '2026-12-24', '2026-12-28'],
    ['2027-01-01', '2026-12-31', '2027-01-04'],
    ['2027-01-11', '2027-01-08', '2027-01-12'],
    // Holy Thursday and Friday.
    ['2027-03-25', '2027-03-24', '2027-03-29'],
    // Law 2578 of 2026: Virgen de Chiquinquirá, moved to the Monday.
    ['2026-07-13', '2026-07-10', '2026-07-14'],
  ] as const) {
    it(`skips the holiday of ${holiday}`, () => {
      // From 16:00, one of the eight hours is left that day.
      assert.equal(local(acceptBy('medium', bogota(`${before} 16:00`))), `${next} 15:00`);
      assert.equal(local(acceptBy('medium', bogota(`${holiday} 10:00`))), `${next} 16:00`);
    });
  }

  it('reminds after half of the time, in business time unless clock time applies', () => {
    const remind = ({ remindAt }: Due) => local(new Date(remindAt));
    const from = bogota('2026-11-27 15:00');
    assert.equal(remind(deadlines.accept('high', from)), '2026-11-27 15:30');
    // Four of eight business hours: two on Friday, two on Monday.
    assert.equal(remind(deadlines.accept('medium', from)), '2026-11-30 10:00');
    assert.equal(remind(deadlines.accept('low', from)), '2026-12-01 09:00');
    assert.equal(remind(deadlines.close('high', from)), '2026-11-30 15:00');
    assert.equal(remind(deadlines.close('low', from)), '2026-12-04 15:00');
  });

  it('repeats an unattended case after eight business hours', () => {
    const { dueAt, remindAt } = deadlines.again(bogota('2026-11-27 16:00'));
    assert.equal(local(new Date(dueAt)), '2026-11-30 15:00');
    assert.equal(local(new Date(remindAt)), '2026-11-30 11:00');
  });

  it('lets a case be reopened for fifteen business days, not counting holidays', () => {
    assert.equal(local(deadlines.reopenBy(bogota('2026-11-02 08:00'))), '2026-11-24 17:00');
    // The 8th and the 25th of December are holidays.
    assert.equal(local(deadlines.reopenBy(bogota('2026-12-04 12:00'))), '2026-12-29 12:00');
  });

  it('uses the times of the settings', () => {
    const times = {
      high: { acceptHours: 2, closeDays: 1 },
      medium: { acceptHours: 1, closeDays: 1 },
      low: { acceptHours: 9, closeDays: 3 },
    };
    const { accept, close } = createDeadlines(
      times,
      businessCalendar(() => false),
      HOURS,
    );
    const from = bogota('2026-12-25 16:00');
    const due = (level: Level) => [accept, close].map((of) => local(new Date(of(level, from).dueAt)));
    assert.deepEqual(due('high'), ['2026-12-25 18:00', '2026-12-28 16:00']);
    assert.deepEqual(due('medium'), ['2026-12-25 17:00', '2026-12-28 16:00']);
    assert.deepEqual(due('low'), ['2026-12-28 16:00', '2026-12-30 16:00']);
  });

  it('counts days that only church or custom observes as business days', () => {
    for (const day of ['2026-12-24', '2026-12-31', '2026-12-07', '2025-07-14']) {
      assert.equal(local(acceptBy('medium', bogota(`${day} 08:00`))), `${day} 16:00`);
    }
  });

  it('never sets an earlier deadline for a later start, and stays within business hours', () => {
    const random = seeded(20261124);
    const start = bogota('2026-01-01 00:00').getTime();
    const moments = Array.from(
      { length: 400 },
      () => start + Math.floor(random() * 730 * 24) * HOUR + HOUR / 2,
    );
    moments.sort((a, b) => a - b);
    for (const level of LEVELS) {
      let earliest = { accept: 0, close: 0 };
      for (const moment of moments) {
        const from = new Date(moment);
        const accept = acceptBy(level, from);
        const close = closeBy(level, from);
        assert.ok(accept.getTime() >= earliest.accept && close.getTime() >= earliest.close, local(from));
        assert.ok(accept > from && close > from);
        for (const due of level === 'high' ? [close] : [accept, close]) {
          const time = local(due).slice(11);
          assert.ok(time > '08:00' && time <= '17:00', `${level} from ${local(from)} is due ${local(due)}`);
          assert.ok(![0, 6].includes(new Date(due.getTime() - 5 * HOUR).getUTCDay()));
        }
        earliest = { accept: accept.getTime(), close: close.getTime() };
      }
    }
  });
});
