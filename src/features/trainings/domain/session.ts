/** The times that a person was in a meeting. */

/** From joining to leaving, both ISO 8601. */
export interface Session {
  from: string;
  until: string;
}

/** Unites sessions, in order: those that overlap or touch become one, so that no minute counts twice. */
export function unionOf(sessions: readonly Session[]): Session[] {
  const united: Session[] = [];
  for (const { from, until } of sessions.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = united.at(-1);
    if (!last || from > last.until) united.push({ from, until });
    else if (until > last.until) last.until = until;
  }
  return united;
}

/** The whole minutes of united sessions. */
export function minutesOf(sessions: readonly Session[]): number {
  const ms = unionOf(sessions).reduce(
    (sum, { from, until }) => sum + Date.parse(until) - Date.parse(from),
    0,
  );
  return Math.floor(ms / 60_000);
}

/** Intervals of ISO 8601, one after another: `2026-11-24T14:00:05.000Z/2026-11-24T15:10:00.000Z,…`. */
export const sealSessions = (sessions: readonly Session[]): string =>
  sessions.map(({ from, until }) => `${from}/${until}`).join(',');

export function openSessions(sealed: string): Session[] {
  return sealed
    .split(',')
    .map((interval) => interval.split('/'))
    .flatMap(([from, until]) => (from && until ? [{ from, until }] : []));
}
