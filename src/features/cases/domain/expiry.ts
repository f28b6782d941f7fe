/** Whether a case has been kept long enough. */
import type { Case, State } from './case.js';
import type { CaseEvent } from './event.js';

/** What is open is never deleted, whatever its age. */
const SETTLED: ReadonlySet<State> = new Set<State>(['closed', 'rejected', 'withdrawn']);

/** Settled, not on legal hold, and nothing has happened to it since before that moment. */
export function hasExpired(
  { subject, events }: { subject: Pick<Case, 'state' | 'held'>; events: readonly Pick<CaseEvent, 'at'>[] },
  before: Date,
): boolean {
  const last = events.at(-1)?.at;
  return (
    SETTLED.has(subject.state) && !subject.held && last !== undefined && Date.parse(last) < before.getTime()
  );
}
