/** Decides whether the retention period of a case is over. */
import type { Case, State } from './case.js';
import type { CaseEvent } from './event.js';

/** Open cases are never deleted, whatever their age. */
const SETTLED: ReadonlySet<State> = new Set<State>(['closed', 'rejected', 'withdrawn']);

/** Returns true when the case is settled, not on legal hold, and has no event since `before`. */
export function hasExpired(
  { subject, events }: { subject: Pick<Case, 'state' | 'held'>; events: readonly Pick<CaseEvent, 'at'>[] },
  before: Date,
): boolean {
  const last = events.at(-1)?.at;
  return (
    SETTLED.has(subject.state) && !subject.held && last !== undefined && Date.parse(last) < before.getTime()
  );
}
