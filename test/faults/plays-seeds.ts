import assert from 'node:assert/strict';
import { scheduleOf } from './schedule.js';
import { described, trySimulated } from './trial.js';

/** Tests that play the schedules of these seeds. They stand in several files, which are played side by side. */
export function playsSeeds(from: number, to: number): void {
  describe(`random faults, in virtual time, seeds ${from} to ${to}`, function () {
    this.timeout(120_000);
    let acknowledged = 0;

    for (let seed = from; seed <= to; seed++) {
      it(`neither lose nor double anything: seed ${seed}`, async () => {
        const trial = await trySimulated(scheduleOf(seed));
        assert.ok(trial.violations.length === 0, described(trial));
        acknowledged += trial.acknowledged;
      });
    }

    it('have reports to lose', () => assert.ok(acknowledged > to - from, `${acknowledged}`));
  });
}
