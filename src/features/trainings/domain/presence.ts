/** When a person joined and left the meeting of a training, as Teams' events tell it. Pure. */
import { type Session, unionOf } from './session.js';

export interface PresenceEvent {
  kind: 'joined' | 'left';
  /** ISO 8601 */
  at: string;
}

/** The times of a person in a meeting, as far as they are known. */
export interface Presence {
  /** From joining to leaving, united and in order. */
  sessions: Session[];
  /** When the person joined without a leaving that is known, ISO 8601; undefined where there is none. */
  since?: string;
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
 * What reports and events tell together. Somebody who has not left has been there from joining on, and nobody knows for how
 * long, unless a report tells of a later time. Leaving without having joined is no time: the bot came into the meeting later.
 */
export function presenceOf(reported: readonly Session[], events: readonly PresenceEvent[]): Presence {
  const sessions = [...reported];
  let since: string | undefined;
  for (const { kind, at } of events) {
    if (kind === 'joined') since ??= at;
    else if (since !== undefined) {
      sessions.push({ from: since, until: at });
      since = undefined;
    }
  }
  const joined = since;
  const isEnded = joined === undefined || reported.some(({ until }) => until >= joined);
  return { sessions: unionOf(sessions), ...(!isEnded && { since: joined }) };
}

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
