/** A person who receives the practice of the day, or did. */
import type { Job } from './practice.js';

/** For this many days a practice does not repeat. */
const REMEMBERED_DAYS = 30;
/** So many practices in a row that did not arrive pause it: Teams refuses them, and goes on refusing. */
const MOST_FAILED = 3;

/** `paused`: Teams refused several in a row. */
export const STATES = ['on', 'off', 'paused'] as const;

/** A practice that was chosen for a person and a day. */
export interface Given {
  /** `YYYY-MM-DD` in Bogotá. */
  day: string;
  /** `HH:MM`. */
  hour: string;
  /** The id of the practice. */
  practice: string;
  /** Teams did not take it. */
  failed?: boolean | undefined;
}

export interface Member {
  personId: string;
  state: (typeof STATES)[number];
  /** `HH:MM`. */
  hour: string;
  job: Job | '';
  /** ISO 8601: when they joined or last changed the hour. Earlier practices do not come. */
  since: string;
  /** Those of the last days, the oldest first. */
  given: readonly Given[];
}

/** Practices given in the days up to and including a day. */
export function remembered(given: readonly Given[], day: string): Given[] {
  const first = new Date(Date.parse(day) - REMEMBERED_DAYS * 86_400_000).toISOString().slice(0, 10);
  return given.filter((each) => each.day >= first);
}

export const givenOn = ({ given }: Member, day: string): Given | undefined =>
  given.find((each) => each.day === day);

export function withGiven(member: Member, one: Given): Member {
  return { ...member, given: [...remembered(member.given, one.day), one] };
}

/** Starts over: earlier refusals of Teams no longer count. */
export function resumed(member: Member): Member {
  return { ...member, state: 'on', given: member.given.map(({ failed: _, ...given }) => given) };
}

/** Marks a practice that did not arrive; pauses when it was one too many in a row. */
export function withFailure(member: Member, day: string): Member {
  const given = member.given.map((each) => (each.day === day ? { ...each, failed: true } : each));
  const last = given.slice(-MOST_FAILED);
  const isOver = last.length === MOST_FAILED && last.every(({ failed }) => failed);
  return { ...member, given, state: isOver && member.state === 'on' ? 'paused' : member.state };
}
