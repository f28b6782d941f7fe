import assert from 'node:assert/strict';
import { bucketOf, type Durations, timesIn } from '../../../../src/platform/figures/durations.js';
import { sumOf } from '../../../../src/platform/figures/tally.js';
import { seeded } from '../../../support/random.js';

const inBuckets = (minutes: readonly number[]): Durations => {
  const counts: Durations = {};
  for (const one of minutes) counts[bucketOf(one)] = (counts[bucketOf(one)] ?? 0) + 1;
  return counts;
};
const nearestRank = (minutes: readonly number[], share: number) =>
  [...minutes].sort((one, other) => one - other)[Math.ceil(share * minutes.length) - 1] ?? 0;

describe('durations in buckets', () => {
  it('give medians and 90th percentiles within 2.5 %, or a minute below one', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed);
      const minutes = Array.from(
        { length: 1 + Math.floor(random() * 300) },
        () => 600_000 * random() ** (seed / 4),
      );
      const { count, median, p90 } = timesIn(inBuckets(minutes)) ?? { count: 0, median: 0, p90: 0 };
      assert.equal(count, minutes.length);
      for (const [shown, share] of [
        [median, 0.5],
        [p90, 0.9],
      ] as const) {
        const exact = nearestRank(minutes, share);
        const most = exact < 1 ? 1 : exact * 0.025;
        assert.ok(Math.abs(shown - exact) <= most, `${shown} for ${exact}`);
      }
    }
  });

  it('give the same for a year as for all that its months hold', () => {
    const [one, other] = [
      [0.2, 5, 61, 700],
      [30, 61, 80_000],
    ];
    const months = [one, other].map((minutes) => ({ counts: inBuckets(minutes), days: {}, durations: {} }));
    assert.deepEqual(timesIn(sumOf(months).counts), timesIn(inBuckets([...one, ...other])));
  });

  it('are none where nothing was', () => {
    assert.equal(timesIn({}), undefined);
  });
});
