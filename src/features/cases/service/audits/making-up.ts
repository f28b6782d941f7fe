/** What the queue has lost is looked for and made up for: shared by the audits of deadlines, commitments and voices. */
import type { SystemOutcome } from '../commands/case-service.js';
import { AWAIT_LATER_MS } from '../notices/later-version.js';

/** What should have happened longer ago than this was lost. */
export const LOST_AFTER_MS = 120_000;
/** Delay before a retry when conflicts on the case persist. */
const AGAIN_MS = 1_000;

/** Returns the milliseconds until the next try of work on a case, if one is needed. */
export function nextTry(outcome: SystemOutcome): number | undefined {
  if (outcome === 'ahead') return AWAIT_LATER_MS;
  return outcome === 'busy' ? AGAIN_MS : undefined;
}

/**
 * Makes up for what was lost. One case that cannot be read must not keep the others waiting.
 * @param makeUp returns false if nothing was lost.
 * @returns how many were lost.
 */
export async function makeUpAll<T>(
  items: AsyncIterable<T>,
  makeUp: (item: T) => Promise<boolean>,
  onFailed: (item: T, error: unknown) => void,
): Promise<number> {
  let repaired = 0;
  for await (const item of items) {
    try {
      if (await makeUp(item)) repaired += 1;
    } catch (error) {
      onFailed(item, error);
    }
  }
  return repaired;
}
