/** Ours and the peer in turn, so that what else the machine does harms both. */
import { type Measurement, percentile } from './report.js';

export const ROUNDS = 5;

export interface Pair<T> {
  ours: T;
  peer: T;
}

/** One round before the first is not counted: compilers and caches are cold in it. */
export async function alternate<T>(ours: () => Promise<T>, peer: () => Promise<T>): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = { ours: await ours(), peer: await peer() };
    if (round > 0) pairs.push(pair);
  }
  return pairs;
}

/** The medians of both, and of the ratios of the rounds. */
export function medians<T>(
  pairs: readonly Pair<T>[],
  about: Pick<Measurement, 'name' | 'unit' | 'peer'>,
  of: (run: T) => number,
): Measurement {
  const median = (values: number[]) => Number(percentile(values, 0.5).toFixed(3));
  return {
    ...about,
    value: median(pairs.map(({ ours }) => of(ours))),
    peerValue: median(pairs.map(({ peer }) => of(peer))),
    ratio: median(pairs.map(({ ours, peer }) => of(ours) / of(peer))),
  };
}

/** Runs something `count` times, so many at once. */
export async function inTurn(
  count: number,
  atOnce: number,
  run: (at: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
