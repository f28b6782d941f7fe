/** Many reports by one person in a short time go to the humanization team instead of a leader. */

/** Reports in an hour that still go up the line. */
const MOST_AN_HOUR = 10;
const SPAN_MS = 3_600_000;

/** A report that was sent, or that its writer tried to send. */
export interface Sending {
  id: string;
  /** When it got its number, ISO 8601, UTC. */
  numberedAt: string;
}

/**
 * Decides whether a report of this person goes to the team. A report gets its number before the others are read, so
 * that of many sent at the same moment at most ten go up the line.
 */
export function isBurst(sendings: readonly Sending[], own: { id: string }, now: Date): boolean {
  return othersLately(sendings, own, now).length >= MOST_AN_HOUR;
}

/** The other reports that count at this moment. */
export function othersLately(sendings: readonly Sending[], own: { id: string }, now: Date): Sending[] {
  const since = new Date(now.getTime() - SPAN_MS).toISOString();
  return sendings.filter(({ id, numberedAt }) => id !== own.id && numberedAt > since);
}
