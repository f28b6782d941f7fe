/** Decides whether the retention period of a case is over. */
import type { Case, State } from './case.js';
import type { CaseEvent } from './event.js';

/** Open cases are never deleted, whatever their age. */
const SETTLED: ReadonlySet<State> = new Set<State>(['closed', 'rejected', 'withdrawn']);

/** The bot causes these by itself, for as long as a commitment is not kept. */
const FOLLOWING: readonly string[] = ['commitment-reminded', 'commitment-lapsed'];

/** Returns true when the case is settled, not on legal hold, and nobody has done anything in it since `before`. */
export function hasExpired(
  {
    subject,
    events,
  }: { subject: Pick<Case, 'state' | 'held'>; events: readonly Pick<CaseEvent, 'at' | 'body'>[] },
  before: Date,
): boolean {
  const last = events.findLast(({ body }) => !FOLLOWING.includes(body.type))?.at;
  return (
    SETTLED.has(subject.state) && !subject.held && last !== undefined && Date.parse(last) < before.getTime()
  );
}
