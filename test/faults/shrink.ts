/** Finds how much of a schedule is needed for it to fail. */
import { prefixOf, type Schedule } from './schedule.js';

/**
 * The shortest prefix that fails, found by halving: with one step fewer it does not fail.
 * @param fails true for the whole schedule.
 */
export async function shortestFailing(
  schedule: Schedule,
  fails: (schedule: Schedule) => Promise<boolean>,
): Promise<Schedule> {
  let passing = 0;
  let failing = schedule.steps.length;
  while (failing - passing > 1) {
    const middle = Math.floor((passing + failing) / 2);
    if (await fails(prefixOf(schedule, middle))) failing = middle;
    else passing = middle;
  }
  return prefixOf(schedule, failing);
}
