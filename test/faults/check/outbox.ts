/** The rows of an outbox, whatever they are about. */
import type { History } from '../history.js';
import type { StoredEffect } from './effects.js';
import { lost, type Violation, wrong } from './violation.js';

const STATUSES = ['pending', 'sent', 'unknown', 'parked'];
/** A row that is due is taken up within this time, in calm weather. */
const PATIENCE_MS = 10 * 60_000;

/** Says which rows were due longer ago than anything may take, or have a status that does not exist. */
export function leftLying(
  history: History,
  { caseId, outbox }: { caseId: string; outbox: readonly StoredEffect[] },
  now: number,
): Violation[] {
  const stuck = outbox.filter(
    ({ status, notBefore }) => status === 'pending' && isOverdue(history, notBefore, PATIENCE_MS, now),
  );
  const strange = outbox.filter(({ status }) => !STATUSES.includes(status));
  return [
    ...stuck.map(({ seq, kind, target }) =>
      lost(`${caseId}: ${kind} of event ${seq} for ${target} is left lying`),
    ),
    ...strange.map(({ status }) => wrong(`${caseId} has a notice with the status ${status}`)),
  ];
}

/** Tells whether a moment is past by more than somebody may take, by the clock that is furthest behind; empty: at once. */
export function isOverdue({ clocksApartMs }: History, at: string, patienceMs: number, now: number): boolean {
  return (at === '' ? 0 : Date.parse(at)) + patienceMs + clocksApartMs < now;
}
