/**
 * Durations as counts in buckets that grow by 5 %, as DDSketch has them (Masson, Rim, Lee, VLDB 2019): those of several
 * months add up, and the median of a year is as good as that of a month. What a bucket gives back is within 2.5 % of
 * what was put in, or within a minute below one minute.
 */

/** How many durations are in each bucket, by its number. */
export type Durations = Record<string, number>;

export interface Times {
  count: number;
  /** In minutes, like `p90`: the smallest duration that half of all do not exceed (nearest rank). */
  median: number;
  p90: number;
}

const GROWTH = 1.05;

/** Bucket 0 is below one minute; bucket n ends before 1.05 to the n. */
export function bucketOf(minutes: number): number {
  return minutes < 1 ? 0 : Math.floor(Math.log(minutes) / Math.log(GROWTH)) + 1;
}

/** The value whose distance to both ends of the bucket is the same share. */
function middleOf(bucket: number): number {
  return bucket === 0 ? 0 : (2 * GROWTH ** bucket) / (GROWTH + 1);
}

/** Undefined for none. */
export function timesIn(durations: Durations): Times | undefined {
  const buckets = Object.entries(durations)
    .map(([bucket, count]): [number, number] => [Number(bucket), count])
    .sort(([one], [other]) => one - other);
  const count = buckets.reduce((sum, [, many]) => sum + many, 0);
  if (count === 0) return undefined;
  const at = (share: number) => {
    let rank = Math.ceil(share * count);
    const found = buckets.find(([, many]) => {
      rank -= many;
      return rank <= 0;
    });
    return middleOf(found?.[0] ?? 0);
  };
  return { count, median: at(0.5), p90: at(0.9) };
}
