/** What a meeting's attendance report adds to the list of a training. Pure. */
import type { Person } from '../../../platform/people/person.js';
import { fold } from '../../../platform/text/fold.js';
import { personKey } from './attendee.js';
import type { Correction } from './correction.js';
import { type MeetingReport, type Participant, spanOf } from './meeting-report.js';
import type { Presence } from './presence.js';
import { minutesOf, type Session, unionOf } from './session.js';
import type { Training } from './training.js';

/** A meeting may begin before the training and end after it. */
const MARGIN_MS = 3_600_000;
/** People come to a meeting a little before it begins. */
const EARLY_MS = 10 * 60_000;

/**
 * `added`: comes on the list. `listed`: is on it. `listed-shortly`: is on it by an own registration, and was in the
 * meeting for less than the least number of minutes. `short`: less than that; does not count. `removed`: the
 * trainer has removed the person by hand.
 */
export type Standing = 'added' | 'listed' | 'listed-shortly' | 'short' | 'removed';

export interface Matched {
  person: Person;
  /** As the report shows the person. */
  name: string;
  /** Those of this report. */
  told: Session[];
  /** Those of this report and of earlier ones. */
  sessions: Session[];
  minutes: number;
  standing: Standing;
  /** This report tells what is not stored yet. */
  isNews: boolean;
}

export interface Merge {
  /** Recognised by e-mail or sign-in name. */
  sure: Matched[];
  /** One person of the directory has this name; only the trainer can say whether it is they. */
  byName: Matched[];
  /** As the report shows them. */
  unknown: string[];
}

/** What is known of a training when a report comes. */
export interface Known {
  /** The keys of those on the list. */
  listed: ReadonlySet<string>;
  /** The times of earlier reports, by attendee key. */
  stays: ReadonlyMap<string, readonly Session[]>;
  /** The earliest first. */
  corrections: readonly Correction[];
}

/** Tells whether a meeting was at the time of a training. */
export function isOfTraining(
  report: MeetingReport,
  training: Pick<Training, 'startsAt' | 'endsAt'>,
): boolean {
  return isAround(training, spanOf(report));
}

/** Tells whether somebody was in a meeting at the time of a training. */
export function isAround(
  { startsAt, endsAt }: Pick<Training, 'startsAt' | 'endsAt'>,
  { from, until }: Session,
): boolean {
  return (
    Date.parse(from) < Date.parse(endsAt) + MARGIN_MS && Date.parse(until) > Date.parse(startsAt) - MARGIN_MS
  );
}

/**
 * Tells whether times in a meeting show that somebody was at a training: one overlaps it, or is not over and began with it
 * or a little before. A meeting may have another training right before or after.
 */
export function isAt(
  { startsAt, endsAt }: Pick<Training, 'startsAt' | 'endsAt'>,
  { sessions, since = endsAt }: Presence,
): boolean {
  const [begins, ends] = [Date.parse(startsAt), Date.parse(endsAt)];
  const joined = Date.parse(since);
  return (
    sessions.some(({ from, until }) => Date.parse(from) < ends && Date.parse(until) >= begins) ||
    (joined < ends && joined >= begins - EARLY_MS)
  );
}

/** When events of the meeting of a training begin to be noted. */
export const notedFrom = ({ startsAt }: Pick<Training, 'startsAt'>): Date =>
  new Date(Date.parse(startsAt) - MARGIN_MS);

/** Tells whether the meeting of a training may have begun. */
export const mayHaveMet = (training: Pick<Training, 'startsAt'>, now: Date): boolean =>
  notedFrom(training) < now;

/**
 * Those of a meeting who were there too shortly, and are not on the list by a registration. Of somebody who has not left, as
 * far as is known, nobody can say that.
 */
export function shortStays<Stay extends Presence & { key: string }>(
  { leastMinutes }: Pick<Training, 'leastMinutes'>,
  stays: Iterable<Stay>,
  listed: ReadonlySet<string>,
): Stay[] {
  return [...stays].filter(
    ({ key, sessions, since }) =>
      !listed.has(key) && since === undefined && minutesOf(sessions) < leastMinutes,
  );
}

/** @param people of the directory. The trainer does not attend, and is left out. */
export function mergeOf(
  training: Pick<Training, 'trainerId' | 'leastMinutes'>,
  report: MeetingReport,
  people: readonly Person[],
  known: Known,
): Merge {
  const byAddress = uniquely(people, ({ email, upn = '' }) =>
    [email, upn].map((text) => text.trim().toLowerCase()),
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const byName = uniquely(people, ({ name }) => [fold(name)]);
  const sure = new Map<Person, Participant[]>();
  const likely = new Map<Person, Participant[]>();
  const unknown: string[] = [];
  for (const participant of report.participants) {
    const { name, email, upn, personId = '' } = participant;
    const found = byId.get(personId) ?? byAddress.get(email) ?? byAddress.get(upn);
    // Somebody with an address is the person of this address or nobody of the directory.
    // A guest has "(Guest)" behind the name, and so nobody's.
    const perhaps = email || upn ? undefined : byName.get(fold(name));
    const [person, into] = found ? [found, sure] : [perhaps, likely];
    if (person) into.set(person, [...(into.get(person) ?? []), participant]);
    else unknown.push(name);
  }
  const standingsOf = (matched: ReadonlyMap<Person, Participant[]>) =>
    [...matched]
      .filter(([{ id }]) => id !== training.trainerId)
      .map(([person, participants]) => matchedOf(training, person, participants, known));
  return {
    sure: standingsOf(sure),
    byName: standingsOf(likely).filter(({ person }) => !sure.has(person)),
    unknown,
  };
}

/** Who has a value that nobody else has; an empty value is nobody's. */
function uniquely(people: readonly Person[], valuesOf: (person: Person) => string[]): Map<string, Person> {
  const owners = new Map<string, Person | undefined>();
  for (const person of people) {
    for (const value of new Set(valuesOf(person))) owners.set(value, owners.has(value) ? undefined : person);
  }
  owners.delete('');
  return new Map([...owners].flatMap(([value, owner]) => (owner ? [[value, owner] as const] : [])));
}

function matchedOf(
  { leastMinutes }: Pick<Training, 'leastMinutes'>,
  person: Person,
  participants: readonly Participant[],
  { listed, stays, corrections }: Known,
): Matched {
  const key = personKey(person.id);
  const before = stays.get(key) ?? [];
  const told = unionOf(participants.flatMap((participant) => participant.sessions));
  const sessions = unionOf([...before, ...told]);
  const minutes = minutesOf(sessions);
  const last = corrections.findLast(({ attendeeKey }) => attendeeKey === key);
  const standing = standingOf({
    isListed: listed.has(key),
    isShort: minutes < leastMinutes,
    isRemoved: last?.kind === 'removed',
  });
  const isNews = standing === 'added' || JSON.stringify(sessions) !== JSON.stringify(before);
  return { person, name: participants[0]?.name ?? '', told, sessions, minutes, standing, isNews };
}

function standingOf({
  isListed,
  isShort,
  isRemoved,
}: Record<'isListed' | 'isShort' | 'isRemoved', boolean>): Standing {
  if (isListed) return isShort ? 'listed-shortly' : 'listed';
  if (isRemoved) return 'removed';
  return isShort ? 'short' : 'added';
}
