import { RateLimiter, type Sharing } from '../../src/platform/delivery/rates.js';

/** No other instance is alive. */
export const ALONE: Sharing = { count: 1, isCurrent: true, shareOf: () => ({ kind: 'alone' }) };

/** Reads an hour later at each look, so that no test waits for it. */
export function unhurriedRates(): RateLimiter {
  let hours = 0;
  return new RateLimiter(ALONE, () => {
    hours += 1;
    return hours * 3_600_000;
  });
}
