import { z } from 'zod';
import { isFailure } from '../../../platform/storage/errors.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Attendee } from '../domain/attendee.js';
import { openSessions, type Session, sealSessions, unionOf } from '../domain/session.js';
import { attendeeRow } from './attendance-rows.js';

const MEETING = 'meeting:';
/** A person leaves and comes back some times; a longer list of times is no list of one person. */
const MOST_SESSIONS = 200;

const columns = z.object({ name: z.string(), area: z.string(), contact: z.string(), sessions: z.string() });

/** A person who was in the meeting of a training. */
export interface MeetingStay extends Pick<Attendee, 'key' | 'name' | 'area' | 'contact'> {
  sessions: Session[];
}

export interface StoredStay extends MeetingStay {
  etag: string;
}

/** What the report adds: the times, and an attendee where the person has attended and is not on the list. */
export interface MeetingEntry {
  stay: MeetingStay;
  attendee?: Attendee;
}

/**
 * Who was in the meeting of a training and when: rows `meeting:…` in its partition, beside the attendees, also
 * of people who were there too shortly to be one. Times are united, so that the same report changes nothing.
 */
export class MeetingStore {
  constructor(private readonly tables: Tables) {}

  async all(trainingId: string): Promise<StoredStay[]> {
    const stays: StoredStay[] = [];
    for await (const { row, etag } of rowsOf(this.tables, 'Trainings', trainingId, MEETING)) {
      stays.push({ ...stayOf(row), etag });
    }
    return stays;
  }

  async find(trainingId: string, key: string): Promise<MeetingStay | undefined> {
    const stored = await this.tables.get('Trainings', trainingId, MEETING + key);
    return stored && stayOf(stored.row);
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
      try {
        await this.tables.commit('Trainings', operations);
      } catch (error) {
        if (isFailure(error, 'exists', 'stale', 'refused')) return false;
        throw error;
      }
    }
    return true;
  }
}

/** The operations for one person; none when everything is stored already. */
function operationsOf(
  trainingId: string,
  { stay, attendee }: MeetingEntry,
  known: StoredStay | undefined,
): Operation[] {
  const before = known?.sessions ?? [];
  const sessions = unionOf([...before, ...stay.sessions]).slice(0, MOST_SESSIONS);
  const row = stayRow(trainingId, { ...stay, sessions });
  const operations: Operation[] = [];
  if (!known) operations.push({ kind: 'insert', row });
  else if (sealSessions(sessions) !== sealSessions(before)) {
    operations.push({ kind: 'replace', row, etag: known.etag });
  }
  if (attendee) operations.push({ kind: 'insert', row: attendeeRow(trainingId, attendee) });
  return operations;
}

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

function stayRow(trainingId: string, { key, sessions, ...person }: MeetingStay): Row {
  const { name, area, contact } = person;
  return {
    partitionKey: trainingId,
    rowKey: MEETING + key,
    name,
    area,
    contact,
    sessions: sealSessions(sessions),
  };
}

function stayOf(row: Row): MeetingStay {
  const { sessions, ...person } = columns.parse(row);
  return { key: row.rowKey.slice(MEETING.length), ...person, sessions: openSessions(sessions) };
}
