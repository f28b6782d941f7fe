import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HOURS, isTooLate, momentOf } from '../../../../../src/features/practice/domain/hours.js';
import type { Member } from '../../../../../src/features/practice/domain/member.js';
import { dueNow, mondayOf, nextDay } from '../../../../../src/features/practice/service/schedule.js';
import { bogotaDay } from '../../../../../src/platform/calendar/days.js';
import { isBusinessDay } from '../../../../../src/platform/calendar/holidays.js';
import { bogota } from '../../../../support/fixtures.js';

const MEMBER: Member = {
  personId: 'ana',
  state: 'on',
  hour: '08:30',
  job: '',
  since: '2026-11-01T00:00:00.000Z',
  given: [],
};
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

describe('the days and hours of practices', () => {
  it('offers each half hour from six to six', () => {
    assert.deepEqual([HOURS[0], HOURS[1], HOURS.at(-1), HOURS.length], ['06:00', '06:30', '18:00', 25]);
  });

  it('makes an hour due when it comes, for two hours', () => {
    const due = (at: string) => dueNow(bogota(`2026-11-24 ${at}`)).hours;
    assert.deepEqual(due('05:59'), []);
    assert.deepEqual(due('06:00'), ['06:00']);
    assert.deepEqual(due('08:00'), ['06:00', '06:30', '07:00', '07:30', '08:00']);
    assert.deepEqual(due('08:01'), ['06:30', '07:00', '07:30', '08:00']);
    assert.deepEqual(due('20:01'), []);
    assert.equal(isTooLate('2026-11-24', '08:30', bogota('2026-11-24 10:30')), false);
  });

  it('makes nothing due at weekends and on holidays', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const { day, hours } = dueNow(now);
        assert.ok(hours.length === 0 || isBusinessDay(day));
        for (const hour of hours) assert.ok(momentOf(day, hour) <= now);
      }),
    );
    // The Immaculate Conception, a Tuesday.
    assert.deepEqual(dueNow(bogota('2026-12-08 08:30')).hours, []);
  });

  it('names a next day that is a working day, when the person is there, and has had none', () => {
    const day = moments.map(bogotaDay);
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...HOURS),
        fc.array(fc.tuple(day, fc.nat(20))),
        (now, hour, spans) => {
          const away = spans.map(([from, days]) => ({
            from,
            until: bogotaDay(new Date(Date.parse(from) + days * 86_400_000)),
          }));
          const today = bogotaDay(now);
          const given = [{ day: today, hour, practice: 'x' }];
          const next = nextDay({ ...MEMBER, hour, given }, away, now);
          assert.ok(next > today && isBusinessDay(next), next);
          assert.ok(!away.some(({ from, until }) => from <= next && next <= until));
        },
      ),
    );
  });

  it('says today while the hour is to come or on its way, not to who joined after it', () => {
    const next = (now: string, since: string) =>
      nextDay(
        { ...MEMBER, since: bogota(`2026-11-24 ${since}`).toISOString() },
        [],
        bogota(`2026-11-24 ${now}`),
      );
    assert.equal(next('08:00', '07:00'), '2026-11-24');
    assert.equal(next('08:31', '07:00'), '2026-11-24');
    assert.equal(next('08:31', '08:31'), '2026-11-25');
    assert.equal(next('10:31', '07:00'), '2026-11-25');
  });

  it('begins a week on Monday', () => {
    const mondays = ['2026-11-23', '2026-11-26', '2026-11-29', '2026-11-30'].map(mondayOf);
    assert.deepEqual(mondays, ['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-30']);
  });
});
