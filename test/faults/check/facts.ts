/** What is stored when a schedule is over, read without the bot's own code for cases. */
import { z } from 'zod';
import { eventBody } from '../../../src/features/cases/domain/event.js';
import { type VoiceAnswer, voiceAnswer } from '../../../src/features/voices/domain/voice.js';
import { type Row, rowsOf, type TableName, type Tables } from '../../../src/platform/storage/tables.js';
import { caseOf, isCase, isCount, isMonthOfVoices, isVoice } from '../partitions.js';
import { outboxIn, type Partition, type StoredEffect, seqOf } from './effects.js';
import {
  readPractice,
  readSendings,
  readTrainings,
  type StoredPractice,
  type StoredSending,
  type StoredTraining,
} from './other-facts.js';

const eventRow = z.object({
  rowKey: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string().transform((text) => eventBody.parse(JSON.parse(text))),
});
export type StoredEvent = Omit<z.output<typeof eventRow>, 'rowKey'> & { seq: number };

export interface StoredCase {
  id: string;
  /** The row `case`; undefined when it is missing. */
  snapshot?: Row | undefined;
  events: StoredEvent[];
  outbox: StoredEffect[];
}

const voiceRow = z.object({
  askedAt: z.string(),
  remindedAt: z.string(),
  answeredAt: z.string(),
  body: z.string(),
});

/** What who reported was asked after the closing, and answered. */
export interface StoredVoice extends Omit<z.output<typeof voiceRow>, 'body'> {
  answer?: VoiceAnswer | undefined;
  caseId: string;
  outbox: StoredEffect[];
}

export interface Facts {
  /** When it was read: the true time, in milliseconds. */
  now: number;
  cases: StoredCase[];
  voices: StoredVoice[];
  /** The cases whose voice counts for a leader. */
  counted: string[];
  /** The cases whose voice counts in the figures of a month. */
  heard: string[];
  /** The drafts that are marked as sent. */
  sent: { personId: string; id: string }[];
  lists: ListRow[];
  trainings: StoredTraining[];
  sendings: StoredSending[];
  practice: StoredPractice;
}

const listRow = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  caseId: z.string(),
  state: z.string().default(''),
  /** The event that made the commitment, if it is one. */
  of: z.number().optional(),
});
/** A case in a list, such as `mine:…` or `inbox:…`, or a commitment in one, such as `committed:…`. */
export type ListRow = z.output<typeof listRow>;

export async function readFacts(tables: Tables, now: number): Promise<Facts> {
  const all = await partitionsOf(tables, 'Cases');
  const drafts = await partitionsOf(tables, 'Drafts');
  const lists = await partitionsOf(tables, 'CaseIndex');
  return {
    now,
    cases: all.filter(({ id }) => isCase(id)).map(({ id, rows }) => toCase(id, rows)),
    voices: all.filter(({ id }) => isVoice(id)).map(({ id, rows }) => toVoice(id, rows)),
    counted: all
      .filter(({ id }) => isCount(id))
      .flatMap(({ rows }) => rows.map(({ rowKey }) => caseOf(rowKey))),
    heard: all
      .filter(({ id }) => isMonthOfVoices(id))
      .flatMap(({ rows }) => rows.map(({ rowKey }) => rowKey)),
    sent: drafts.flatMap(({ id, rows }) =>
      rows.filter((row) => row.sent === true).map((row) => ({ personId: id, id: row.rowKey })),
    ),
    lists: lists.flatMap(({ rows }) => rows.flatMap((row) => listRow.safeParse(row).data ?? [])),
    trainings: readTrainings(await partitionsOf(tables, 'Trainings')),
    sendings: readSendings(await partitionsOf(tables, 'Recognitions')),
    practice: readPractice(await partitionsOf(tables, 'Practice')),
  };
}

async function partitionsOf(tables: Tables, table: TableName): Promise<Partition[]> {
  const found: Partition[] = [];
  for await (const id of tables.partitions(table)) {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(tables, table, id)) rows.push(row);
    found.push({ id, rows });
  }
  return found;
}

function toCase(id: string, rows: readonly Row[]): StoredCase {
  const withPrefix = (prefix: string) => rows.filter(({ rowKey }) => rowKey.startsWith(prefix));
  return {
    id,
    snapshot: rows.find(({ rowKey }) => rowKey === 'case'),
    events: withPrefix('event:').map((row) => {
      const { rowKey, ...event } = eventRow.parse(row);
      return { ...event, seq: seqOf(rowKey) };
    }),
    outbox: outboxIn(rows),
  };
}

function toVoice(id: string, rows: readonly Row[]): StoredVoice {
  const { body, ...voice } = voiceRow.parse(rows.find(({ rowKey }) => rowKey === 'voice'));
  const answer = body === '' ? undefined : voiceAnswer.parse(JSON.parse(body));
  return { caseId: caseOf(id), ...voice, answer, outbox: outboxIn(rows) };
}
