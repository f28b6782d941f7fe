/** Taking back a decision, for two minutes, where nobody has acted since. */
import type { Person } from '../../../platform/people/person.js';
import type { Case } from './case.js';
import { type CaseEvent, type EventBody, UNDOABLE } from './event.js';

/** What the reporter hears of only once it can no longer be taken back. */
const TOLD_LATER: ReadonlySet<EventBody['type']> = new Set<EventBody['type']>(['rejected', 'closed']);

/** How long a decision can be taken back. What it tells the reporter waits as long. */
export const UNDO_MS = 2 * 60_000;

/** The moment until which this person may take back what they did last; undefined if they may not. */
export function undoableUntil({ undo }: Case, { id }: Pick<Person, 'id'>): Date | undefined {
  return undo?.actorId === id ? new Date(Date.parse(undo.at) + UNDO_MS) : undefined;
}

/** When an event can no longer be taken back, ISO 8601; undefined for one that never can. */
export function settledOf({ body, at }: CaseEvent): string | undefined {
  const isUndoable = UNDOABLE.some((type) => type === body.type);
  return isUndoable ? new Date(Date.parse(at) + UNDO_MS).toISOString() : undefined;
}

export function isToldLater(type: EventBody['type']): boolean {
  return TOLD_LATER.has(type);
}

/**
 * Undefined when it is too late, or there is nothing of this person to take back. What the reporter is told later can be
 * taken back until they are told, whatever the clock says: clocks of instances differ.
 */
export function undoing(
  subject: Case,
  actor: Pick<Person, 'id'>,
  now: Date,
): Extract<EventBody, { type: 'undone' }> | undefined {
  const { undo } = subject;
  const until = undoableUntil(subject, actor);
  if (!undo || !until || (now > until && !isToldLater(undo.of))) return undefined;
  return { type: 'undone', of: undo.of };
}
