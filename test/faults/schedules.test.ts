import assert from 'node:assert/strict';
import { scheduleOf } from './schedule.js';
import { shortestFailing } from './shrink.js';
import { simulate } from './simulation/simulation.js';

describe('random schedules', function () {
  this.timeout(120_000);

  it('are the same for the same seed', async () => {
    const [once, again] = [await simulate(scheduleOf(5)), await simulate(scheduleOf(5))];
    assert.deepEqual(once.history, again.history);
    assert.deepEqual(once.facts, again.facts);
  });

  it('are shortened to the first steps that fail', async () => {
    const schedule = scheduleOf(1);
    const short = await shortestFailing(schedule, async ({ steps }) => steps.length >= 17);
    assert.deepEqual(short.steps, schedule.steps.slice(0, 17));
  });
});
