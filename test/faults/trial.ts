/** One schedule, played and checked. */
import { inspect } from 'node:util';
import { check, type Verdict } from './check/check.js';
import type { Exactness } from './check/limits.js';
import { wrong } from './check/violation.js';
import type { Emulator } from './processes/emulator.js';
import { playWithProcesses } from './processes/processes.js';
import { type Schedule, scheduleOf } from './schedule.js';
import { simulate } from './simulation/simulation.js';

/**
 * Under load: between the moment that a message arrives at the double of Teams and the one that is noted; and until a
 * process that shares the machine with all others has read an answer.
 */
const UNDER_LOAD: Exactness = { counts: 'leftAt', slackMs: 250, graceMs: 5_000 };

export interface Trial extends Verdict {
  seed: number;
}

export async function trySimulated(schedule: Schedule): Promise<Trial> {
  const { history, facts } = await simulate(schedule);
  return { seed: schedule.seed, ...check(history, facts) };
}

/** A schedule that cannot be played to its end ends no other one. */
export async function tryWithProcesses(seed: number, emulator: Emulator): Promise<Trial> {
  try {
    const { history, facts } = await playWithProcesses(scheduleOf(seed, { isShort: true }), emulator);
    return { seed, ...check(history, facts, UNDER_LOAD) };
  } catch (error) {
    return { seed, acknowledged: 0, violations: [wrong(`it was not played to its end: ${inspect(error)}`)] };
  }
}

/** The figures of the last line of `npm run faults`. */
export interface Figures {
  schedules: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  wrong: number;
}

export function figuresOf(trials: readonly Trial[]): Figures {
  const all = trials.flatMap(({ violations }) => violations);
  const count = (kind: string) => all.filter((violation) => violation.count === kind).length;
  return {
    schedules: trials.length,
    acknowledged: trials.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    lost: count('lost'),
    doubled: count('doubled'),
    wrong: count('wrong'),
  };
}

/** For people: what broke, and how to see it again. */
export const described = ({ seed, violations }: Trial): string =>
  [`seed ${seed}:`, ...violations.map(({ count, what }) => `  ${count}: ${what}`)].join('\n');
