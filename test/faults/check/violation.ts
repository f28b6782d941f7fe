import type { History } from '../history.js';
import type { Facts } from './facts.js';

/** Something that must not happen. */
export interface Violation {
  /**
   * `lost`: something acknowledged is not there, or an answer never came. `doubled`: it is there, or was said, more
   * often than it may be. `wrong`: anything else.
   */
  count: 'lost' | 'doubled' | 'wrong';
  what: string;
}

/** A rule, as a pure function of what was seen and what is stored. */
export type Check = (history: History, facts: Facts) => Violation[];

export const lost = (what: string): Violation => ({ count: 'lost', what });
export const doubled = (what: string): Violation => ({ count: 'doubled', what });
export const wrong = (what: string): Violation => ({ count: 'wrong', what });

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
