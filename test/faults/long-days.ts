/** People act, nothing runs for days in which much comes due, and they act again. */
import { OUTAGE, type Schedule, type Step, scheduleOf } from './schedule.js';

/** @param seeds of those before the days, and of those after them. */
export function longDays([before, after]: readonly [number, number]): Schedule {
  const schedule = scheduleOf(before);
  return { ...schedule, clocks: [0], steps: [...actsOf(before), OUTAGE, ...actsOf(after)] };
}

const actsOf = (seed: number): Step[] => scheduleOf(seed).steps.filter(({ deed }) => deed.do === 'act');
