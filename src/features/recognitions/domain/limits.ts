/** How often somebody may recognise others, so that a recognition keeps its worth. */

/** Within these days, the same person is recognised once by the same sender, and five people at most. */
export const LIMIT_DAYS = 7;
export const MOST_THANKED = 5;
const LIMIT_MS = LIMIT_DAYS * 86_400_000;

/** Whom a sender recognised, and in which sending. */
export interface Thanked {
  personId: string;
  sendingId: string;
  /** ISO 8601. */
  at: string;
}

export type LimitProblem =
  | { kind: 'oneself' }
  /** The same person again, before `from`. */
  | { kind: 'again'; personId: string; from: Date }
  /** Only `left` more, until `from`. */
  | { kind: 'too-many'; left: number; from: Date };

/** What still counts; the oldest first. */
export function counted(thanked: readonly Thanked[], now: Date): Thanked[] {
  const since = now.getTime() - LIMIT_MS;
  return thanked
    .filter(({ at }) => Date.parse(at) > since)
    .sort((one, other) => one.at.localeCompare(other.at));
}

/** Undefined when these people may be recognised now. What belongs to this sending already does not count. */
export function limitProblem(
  { senderId, sendingId, people }: { senderId: string; sendingId: string; people: readonly string[] },
  thanked: readonly Thanked[],
  now: Date,
): LimitProblem | undefined {
  if (people.includes(senderId)) return { kind: 'oneself' };
  const others = counted(thanked, now).filter((one) => one.sendingId !== sendingId);
  const again = others.findLast(({ personId }) => people.includes(personId));
  if (again) return { kind: 'again', personId: again.personId, from: endOf(again) };
  const left = Math.max(0, MOST_THANKED - others.length);
  if (people.length <= left) return undefined;
  // So many of the oldest have to be over before all of these fit.
  const last = others[people.length - left - 1] ?? others.at(-1);
  return { kind: 'too-many', left, from: last ? endOf(last) : now };
}

const endOf = ({ at }: Thanked) => new Date(Date.parse(at) + LIMIT_MS);
