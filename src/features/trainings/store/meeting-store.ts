import { z } from 'zod';
import { isFailure } from '../../../platform/storage/errors.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import {
  type Operation,
  type Row,
  rowsOf,
  type StoredRow,
  type Tables,
} from '../../../platform/storage/tables.js';
import type { Attendee } from '../domain/attendee.js';
import { openEvents, type Presence, type PresenceEvent, presenceOf, sealEvents } from '../domain/presence.js';
import { openSessions, type Session, sealSessions, unionOf } from '../domain/session.js';
import { attendeeRow } from './attendance-rows.js';

const MEETING = 'meeting:';
/** A person leaves and comes back some times; a longer list of times is no list of one person. */
const MOST_SESSIONS = 200;

const columns = z.object({
  name: z.string(),
  area: z.string(),
  contact: z.string(),
  /** Those of attendance reports. */
  sessions: z.string(),
  /** What Teams told while the meeting went on; rows of reports alone have none. */
  events: z.string().default(''),
});

type Somebody = Pick<Attendee, 'key' | 'name' | 'area' | 'contact'>;

/** A person who was in the meeting of a training. */
export interface MeetingStay extends Somebody, Presence {
  /** How it is known: by a report, or by events alone. */
  means: 'meeting' | 'joined';
}

export interface StoredStay extends MeetingStay {
  reported: Session[];
  events: PresenceEvent[];
  etag: string;
}

/** What the report adds: the times, and an attendee where the person has attended and is not on the list. */
export interface MeetingEntry {
  stay: Somebody & { reported: Session[] };
  attendee?: Attendee | undefined;
}

/**
 * Who was in the meeting of a training and when: rows `meeting:…` in its partition, beside the attendees, also
 * of people who were there too shortly to be one. Times of reports are united, so that the same report changes nothing;
 * those of events are made from all events each time, so that one may come twice or late.
 */
export class MeetingStore {
  constructor(private readonly tables: Tables) {}

  /** Those of whom a time is known. */
  async all(trainingId: string): Promise<StoredStay[]> {
    return (await this.stored(trainingId)).filter(
      ({ sessions, since }) => sessions.length > 0 || since !== undefined,
    );
  }

  /** Also those of whom it is only known that they left. */
  async stored(trainingId: string): Promise<StoredStay[]> {
    const stays: StoredStay[] = [];
    for await (const stored of rowsOf(this.tables, 'Trainings', trainingId, MEETING))
      stays.push(stayOf(stored));
    return stays;
  }

  async find(trainingId: string, key: string): Promise<StoredStay | undefined> {
    const stored = await this.tables.get('Trainings', trainingId, MEETING + key);
    return stored && stayOf(stored);
  }

  /**
   * Stores what Teams told of a person, in one transaction with the entry of the list.
   * @param known what was stored before.
   * @returns false when somebody else changed a row meanwhile; then nothing is stored.
   */
  note(
    trainingId: string,
    { stay, events, attendee }: MeetingEntry & { events: readonly PresenceEvent[] },
    known: StoredStay | undefined,
  ): Promise<boolean> {
    const row = stayRow(trainingId, stay, events);
    return this.#commit([...written(row, known), ...insertOf(trainingId, attendee)]);
  }

  /**
   * Stores people with their times, each person in one transaction with the entry of the list. Repeating it is safe.
   * @param stays all that were stored before.
   * @returns false when somebody else changed a row meanwhile; what was stored until then stays.
   */
  async add(
    trainingId: string,
    entries: readonly MeetingEntry[],
    stays: readonly StoredStay[],
  ): Promise<boolean> {
    const known = new Map(stays.map((stay) => [stay.key, stay]));
    const changes = entries.map((entry) => operationsOf(trainingId, entry, known.get(entry.stay.key)));
    for (const operations of inTransactions(changes)) {
      if (!(await this.#commit(operations))) return false;
    }
    return true;
  }

  async #commit(operations: readonly Operation[]): Promise<boolean> {
    try {
      await this.tables.commit('Trainings', operations);
      return true;
    } catch (error) {
      if (isFailure(error, 'exists', 'stale', 'refused')) return false;
      throw error;
    }
  }
}

/** The operations for one person; none when everything is stored already. */
function operationsOf(
  trainingId: string,
  { stay, attendee }: MeetingEntry,
  known: StoredStay | undefined,
): Operation[] {
  const before = known?.reported ?? [];
  const reported = unionOf([...before, ...stay.reported]).slice(0, MOST_SESSIONS);
  const isSame = known !== undefined && sealSessions(reported) === sealSessions(before);
  const row = stayRow(trainingId, { ...stay, reported }, known?.events ?? []);
  return [...(isSame ? [] : written(row, known)), ...insertOf(trainingId, attendee)];
}

const written = (row: Row, known: StoredStay | undefined): Operation[] => [
  known ? { kind: 'replace', row, etag: known.etag } : { kind: 'insert', row },
];

const insertOf = (trainingId: string, attendee: Attendee | undefined): Operation[] =>
  attendee ? [{ kind: 'insert', row: attendeeRow(trainingId, attendee) }] : [];

/** As many people in a transaction as the service takes; the rows of one person stay together. */
function inTransactions(changes: readonly Operation[][]): Operation[][] {
  const transactions: Operation[][] = [];
  for (const operations of changes) {
    const last = transactions.at(-1);
    if (operations.length === 0) continue;
    if (last && last.length + operations.length <= MAX_OPERATIONS) last.push(...operations);
    else transactions.push([...operations]);
  }
  return transactions;
}

function stayRow(
  trainingId: string,
  { key, reported, name, area, contact }: MeetingEntry['stay'],
  events: readonly PresenceEvent[],
): Row {
  return {
    partitionKey: trainingId,
    rowKey: MEETING + key,
    name,
    area,
    contact,
    sessions: sealSessions(reported),
    // Rows of reports stay as they are written since there are any.
    ...(events.length > 0 && { events: sealEvents(events) }),
  };
}

function stayOf({ row, etag }: StoredRow): StoredStay {
  const { sessions: sealed, events: told, ...person } = columns.parse(row);
  const reported = openSessions(sealed);
  const events = openEvents(told);
  return {
    key: row.rowKey.slice(MEETING.length),
    ...person,
    reported,
    events,
    ...presenceOf(reported, events),
    means: reported.length > 0 ? 'meeting' : 'joined',
    etag,
  };
}
