/** What is stored of trainings, recognitions and the practice of the day when a schedule is over. */
import { z } from 'zod';
import { idOfKey, isPersonKey } from '../../../src/features/trainings/domain/attendee.js';
import type { Row } from '../../../src/platform/storage/tables.js';
import { outboxIn, type Partition, type StoredEffect } from './effects.js';

const trainingRow = z.object({ title: z.string(), messageId: z.string(), capacity: z.number() });
const attendeeRow = z.object({ rowKey: z.string(), seat: z.number() });
const correctionRow = z.object({ kind: z.string(), attendeeKey: z.string() });

export interface StoredTraining extends z.output<typeof trainingRow> {
  id: string;
  /** People with the number of their seat; -1 where seats are not limited. */
  attendees: { personId: string; seat: number }[];
  /** The numbers of the seats that are taken. */
  seats: number[];
  /** Whom the trainer took off the list. */
  removed: string[];
}

export function readTrainings(all: readonly Partition[]): StoredTraining[] {
  return all.flatMap(({ id, rows }) => {
    const training = trainingRow.safeParse(rows.find(({ rowKey }) => rowKey === 'training')).data;
    if (!training) return [];
    const attendees = withPrefix(rows, 'attendee:').map((row) => attendeeRow.parse(row));
    const corrections = withPrefix(rows, 'correction:').map((row) => correctionRow.parse(row));
    return [
      {
        id,
        ...training,
        attendees: attendees
          .map(({ rowKey, seat }) => ({ key: rowKey.slice('attendee:'.length), seat }))
          .filter(({ key }) => isPersonKey(key))
          .map(({ key, seat }) => ({ personId: idOfKey(key), seat })),
        seats: withPrefix(rows, 'seat:').map(({ rowKey }) => Number(rowKey.split(':')[1])),
        removed: corrections
          .filter(({ kind }) => kind === 'removed')
          .map(({ attendeeKey }) => idOfKey(attendeeKey)),
      },
    ];
  });
}

const sendingRow = z.object({
  senderId: z.string(),
  state: z.string(),
  message: z.string(),
  people: z.string().transform((ids) => ids.split(',').filter((id) => id !== '')),
});
const recognitionRow = z.object({
  sendingId: z.string(),
  personId: z.string(),
  superiorId: z.string(),
  state: z.string(),
  /** Empty once the person took it away. */
  message: z.string(),
  at: z.string(),
  /** The channel in which it was published; empty if it was not. */
  conversationId: z.string(),
});

/** A draft, or what was sent at once to one or several people. */
export interface StoredSending extends z.output<typeof sendingRow> {
  id: string;
  recognitions: z.output<typeof recognitionRow>[];
  outbox: StoredEffect[];
  /** The lists in which it stands, such as `by:PERSON` and `got:PERSON`, each with whom it is about. */
  listed: { list: string; personId: string }[];
}

export function readSendings(all: readonly Partition[]): StoredSending[] {
  const listed = all
    .filter(({ id }) => /^(by|got|team|in):/.test(id))
    .flatMap(({ id, rows }) =>
      withPrefix(rows, 'r:').map((row) => ({ list: id, ...recognitionRow.parse(row) })),
    );
  return all.flatMap(({ id, rows }) => {
    const sending = sendingRow.safeParse(rows.find(({ rowKey }) => rowKey === 'sending')).data;
    if (!sending) return [];
    return [
      {
        id,
        ...sending,
        recognitions: withPrefix(rows, 'to:').map((row) => recognitionRow.parse(row)),
        outbox: outboxIn(rows),
        listed: listed
          .filter(({ sendingId }) => sendingId === id)
          .map(({ list, personId }) => ({ list, personId })),
      },
    ];
  });
}

const memberRow = z.object({
  rowKey: z.string(),
  state: z.string(),
  given: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(z.object({ day: z.string() }))),
});

export interface StoredPractice {
  members: { personId: string; state: string; days: string[] }[];
  ticks: { personId: string; day: string }[];
  outbox: (StoredEffect & { day: string })[];
}

export function readPractice(all: readonly Partition[]): StoredPractice {
  const rowsIn = (prefix: string) =>
    all.filter(({ id }) => id.startsWith(prefix)).flatMap(({ rows }) => rows);
  return {
    members: rowsIn('member')
      .map((row) => memberRow.parse(row))
      .map(({ rowKey, state, given }) => ({ personId: rowKey, state, days: given.map(({ day }) => day) })),
    ticks: rowsIn('done:').map(({ rowKey }) => {
      const [personId = '', day = ''] = rowKey.split(':');
      return { personId, day };
    }),
    outbox: rowsIn('wave:').flatMap((row) =>
      outboxIn([row]).map((effect) => ({ ...effect, day: row.rowKey.split(':')[1] ?? '' })),
    ),
  };
}

const withPrefix = (rows: readonly Row[], prefix: string) =>
  rows.filter(({ rowKey }) => rowKey.startsWith(prefix));
