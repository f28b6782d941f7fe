/** Something that is open between a person and the bot. */
import { z } from 'zod';
import { THINGS } from './acts.js';

/** How long something counts as open when nothing is kept of it elsewhere. */
export const OPEN_MS = 30 * 60_000;
/** More at once is more than anybody has in mind. */
const MOST = 12;

export const thing = z.object({
  kind: z.enum(THINGS),
  /** The feature that goes on with it; kinds are shared, for instance by several forms. */
  of: z.string(),
  /** When it was last shown or touched: ISO 8601. */
  at: z.string(),
  /** What its feature needs to go on with it. */
  data: z.record(z.string(), z.unknown()).default({}),
});
export type Thing = z.output<typeof thing>;

/** What an answer leaves open, or no longer (`isOver`). */
export interface Left extends Pick<Thing, 'kind' | 'of'> {
  /** Made of what there was before, where that matters. */
  data?: Thing['data'] | ((before: Thing['data'] | undefined) => Thing['data']);
  isOver?: boolean;
}

/** The things with what a reply has left, the latest first: one of each kind and feature. */
export function withLeft(before: readonly Thing[], left: readonly Left[], now: Date): Thing[] {
  const isLeft = ({ kind, of }: Thing) => left.some((one) => one.kind === kind && one.of === of);
  const at = now.toISOString();
  const dataOf = ({ kind, of, data = {} }: Left) =>
    typeof data === 'function' ? data(before.find((one) => one.kind === kind && one.of === of)?.data) : data;
  const fresh = left
    .filter(({ isOver }) => !isOver)
    .map((one) => ({ kind: one.kind, of: one.of, at, data: dataOf(one) }));
  return [...fresh, ...before.filter((one) => !isLeft(one))].slice(0, MOST);
}

/** Those that are not too old. */
export function stillOpen(things: readonly Thing[], now: Date): Thing[] {
  const since = new Date(now.getTime() - OPEN_MS).toISOString();
  return things.filter(({ at }) => at >= since);
}
