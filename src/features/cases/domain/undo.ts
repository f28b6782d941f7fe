/** Taking back a decision, for two minutes, where nobody has acted since. */
import type { Person } from '../../../platform/people/person.js';
import type { Case } from './case.js';
import type { EventBody } from './event.js';

/** How long a decision can be taken back. What it tells the reporter waits as long. */
export const UNDO_MS = 2 * 60_000;

/** The moment until which this person may take back what they did last; undefined if they may not. */
export function undoableUntil({ undo }: Case, { id }: Pick<Person, 'id'>): Date | undefined {
  return undo?.actorId === id ? new Date(Date.parse(undo.at) + UNDO_MS) : undefined;
}

/** Undefined when it is too late, or there is nothing of this person to take back. */
export function undoing(subject: Case, actor: Pick<Person, 'id'>, now: Date): EventBody | undefined {
  const until = undoableUntil(subject, actor);
  if (!subject.undo || !until || now > until) return undefined;
  return { type: 'undone', of: subject.undo.of };
}
