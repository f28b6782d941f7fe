/** When a person joined and left the meeting of a training, as Teams' events tell it. Pure. */
import type { Session } from './session.js';

export interface PresenceEvent {
  kind: 'joined' | 'left';
  /** ISO 8601 */
  at: string;
}

/** Nobody joins and leaves so often; more would not fit into a row. */
const MOST_EVENTS = 400;

/** The events with one more, in order: one that comes twice or late changes nothing else. */
export function withEvent(events: readonly PresenceEvent[], event: PresenceEvent): PresenceEvent[] {
  const isKnown = events.some(({ kind, at }) => kind === event.kind && at === event.at);
  if (isKnown || events.length >= MOST_EVENTS) return [...events];
  return [...events, event].toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

/**
 * The times in the meeting, in order. Somebody who has not left has been there from joining on, and nobody knows yet for how
 * long: that time has no length. Leaving without having joined is no time: the bot came into the meeting later.
 */
export function sessionsOf(events: readonly PresenceEvent[]): Session[] {
  const sessions: Session[] = [];
  let from: string | undefined;
  for (const { kind, at } of events) {
    if (kind === 'joined') from ??= at;
    else if (from !== undefined) {
      sessions.push({ from, until: at });
      from = undefined;
    }
  }
  return from === undefined ? sessions : [...sessions, { from, until: from }];
}

export const isConnected = (events: readonly PresenceEvent[]): boolean => events.at(-1)?.kind === 'joined';

/** `2026-11-24T14:00:05.000Z+,2026-11-24T15:10:00.000Z-`: joined and left. */
export const sealEvents = (events: readonly PresenceEvent[]): string =>
  events.map(({ kind, at }) => `${at}${kind === 'joined' ? '+' : '-'}`).join(',');

export function openEvents(sealed: string): PresenceEvent[] {
  return sealed
    .split(',')
    .filter((event) => event !== '')
    .map((event) => ({ kind: event.endsWith('+') ? 'joined' : 'left', at: event.slice(0, -1) }));
}

/** At the same moment, joining comes first. */
const keyOf = ({ kind, at }: PresenceEvent) => `${at}${kind}`;
