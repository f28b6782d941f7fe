import assert from 'node:assert/strict';
import { planOf } from '../../../../../src/features/trainings/domain/plan.js';

const NOW = new Date('2026-11-24T14:00:00Z');
const WRITTEN = {
  title: 'La política',
  day: '2026-11-24',
  startsAt: '23:00',
  endsAt: '23:30',
  place: '',
  capacity: 0,
  leastMinutes: 0,
  requiresCode: false,
};

describe('the plan of a training', () => {
  it('reads the hours of the form as Bogotá time', () => {
    const plan = planOf(WRITTEN, NOW);
    assert.ok(!('problem' in plan));
    assert.equal(plan.startsAt, '2026-11-25T04:00:00.000Z');
    assert.equal(plan.endsAt, '2026-11-25T04:30:00.000Z');
  });

  for (const [name, changes, problem] of [
    ['a title that is too short', { title: 'ab' }, 'title'],
    ['a missing day', { day: '' }, 'day'],
    ['missing hours', { endsAt: '' }, 'hours'],
    ['an invalid number of seats', { capacity: -1 }, 'capacity'],
    ['an invalid number of minutes', { leastMinutes: -1 }, 'leastMinutes'],
    ['more minutes than it lasts', { leastMinutes: 31 }, 'leastMinutes'],
    ['an end that equals the start', { endsAt: '23:00' }, 'end-before-start'],
    ['more than twelve hours', { startsAt: '09:00', endsAt: '21:01' }, 'too-long'],
    ['hours in the past', { startsAt: '08:00', endsAt: '08:59' }, 'past'],
    ['a day too far ahead', { day: '2028-01-01' }, 'far'],
  ] as const) {
    it(`rejects ${name}`, () => {
      assert.deepEqual(planOf({ ...WRITTEN, ...changes }, NOW), { problem });
    });
  }
});
