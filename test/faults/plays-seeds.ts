import assert from 'node:assert/strict';
import { scheduleOf } from './schedule.js';
import { described, trySimulated } from './trial.js';

/** Tests that play the schedules of these seeds. They stand in several files, which are played side by side. */
export function playsSeeds(seeds: readonly number[]): void {
  describe(`random faults, in virtual time, seeds ${seeds[0]} to ${seeds.at(-1)}`, function () {
    this.timeout(120_000);
    let acknowledged = 0;

    for (const seed of seeds) {
      it(`neither lose nor double anything: seed ${seed}`, async () => {
        const trial = await trySimulated(scheduleOf(seed));
        assert.ok(trial.violations.length === 0, described(trial));
        acknowledged += trial.acknowledged;
      });
    }

    it('have reports to lose', () => assert.ok(acknowledged >= seeds.length, `${acknowledged}`));
  });
}

/** Ten seeds that follow each other. */
export const tenFrom = (first: number): number[] => Array.from({ length: 10 }, (_, at) => first + at);
