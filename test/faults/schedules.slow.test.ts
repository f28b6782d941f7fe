import assert from 'node:assert/strict';
import { check } from './check/check.js';
import { entriesOf } from './history.js';
import { type Deed, scheduleOf } from './schedule.js';
import { shortestFailing } from './shrink.js';
import { simulate } from './simulation/simulation.js';

/** The code of a training is drawn as in production, from a generator without a seed. */
const withoutCodes = (seen: unknown): string =>
  JSON.stringify(seen, undefined, 1).replaceAll(/(?<=\\n)[0-9A-Z]{6}\b/g, '······');

describe('random schedules', function () {
  this.timeout(120_000);

  it('are the same for the same seed', async () => {
    const [once, again] = [await simulate(scheduleOf(5)), await simulate(scheduleOf(5))];
    assert.equal(withoutCodes(once.history), withoutCodes(again.history));
    assert.equal(withoutCodes(once.facts), withoutCodes(again.facts));
  });

  it('are over once everybody has an answer, also where hardly any time is skipped', async () => {
    const act: Deed = {
      do: 'act',
      person: 0.4,
      pick: 0.1,
      how: { way: 'execute', again: 'never', door: 0, delayMs: 0 },
    };
    const steps = [
      { after: 0, deed: { do: 'weather', weather: { connector: { refuse: 1 } } } },
      { after: 1_000, deed: act },
      { after: 30_000, deed: { do: 'weather', weather: {} } },
      { after: 0, deed: act },
    ] satisfies { after: number; deed: Deed }[];
    const soon = { firstMs: 8_000, lookMs: 2_000, looks: 40 };
    const { history, facts } = await simulate({ ...scheduleOf(1), clocks: [0], steps }, soon);
    assert.equal(
      entriesOf(history, 'sent').filter(({ arrived, method }) => arrived && method === 'post').length,
      2,
    );
    assert.deepEqual(check(history, facts).violations, []);
  });

  it('are shortened to the first steps that fail', async () => {
    const schedule = scheduleOf(1);
    const short = await shortestFailing(schedule, async ({ steps }) => steps.length >= 17);
    assert.deepEqual(short.steps, schedule.steps.slice(0, 17));
  });
});
