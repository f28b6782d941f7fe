/** Who opened or exported what: one entry for each, kept for the administrators to review. */
import { z } from 'zod';
import type { Level } from '../../../platform/impact/assessment.js';
import type { State } from './case.js';

/** `identity`: who reported in confidence. `row`: what another channel told, before it was a case. `review`: these entries themselves. `other`: as later versions write. */
export const ACCESS_KINDS = ['card', 'file', 'identity', 'row', 'export', 'review', 'other'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const access = z.object({
  what: z.enum(ACCESS_KINDS).catch('other'),
  personId: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Empty when it is not about one case. */
  caseId: z.string(),
  /** The id of the file, or the filter of the export as JSON. */
  detail: z.string(),
});
export type Access = z.output<typeof access>;

/** An export, with its filter. */
export interface Exported extends Pick<Access, 'personId' | 'at'> {
  filter: {
    from: string;
    until: string;
    level?: Level | undefined;
    state?: State | undefined;
    area: string;
    narratives: boolean;
  };
}

/** How often somebody opened what. */
export interface Counted {
  personId: string;
  counts: Partial<Record<AccessKind, number>>;
}

/** Who opened most comes first. */
export function countByPerson(opened: readonly Access[]): Counted[] {
  const people = new Map<string, Counted & { sum: number }>();
  for (const { personId, what } of opened) {
    const { counts, sum } = people.get(personId) ?? { counts: {}, sum: 0 };
    people.set(personId, { personId, counts: { ...counts, [what]: (counts[what] ?? 0) + 1 }, sum: sum + 1 });
  }
  return [...people.values()].sort((a, b) => b.sum - a.sum);
}
