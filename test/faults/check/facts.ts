/** What is stored when a schedule is over, read without the bot's own code for cases. */
import { z } from 'zod';
import { eventBody } from '../../../src/features/cases/domain/event.js';
import { type Row, rowsOf, type TableName, type Tables } from '../../../src/platform/storage/tables.js';
import { isPlanted } from '../later-notice.js';

const eventRow = z.object({
  rowKey: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string().transform((text) => eventBody.parse(JSON.parse(text))),
});
export type StoredEvent = Omit<z.output<typeof eventRow>, 'rowKey'> & { seq: number };

const outboxRow = z.object({
  rowKey: z.string(),
  kind: z.string(),
  target: z.string(),
  status: z.string(),
  notBefore: z.string(),
});
/** A notice, or other work, that follows from the event `seq`. */
export type StoredEffect = Omit<z.output<typeof outboxRow>, 'rowKey'> & { seq: number };

export interface StoredCase {
  id: string;
  /** The row `case`; undefined when it is missing. */
  snapshot?: Row;
  events: StoredEvent[];
  outbox: StoredEffect[];
}

export interface Facts {
  /** When it was read: the true time, in milliseconds. */
  now: number;
  cases: StoredCase[];
  /** The drafts that are marked as sent. */
  sent: { personId: string; id: string }[];
  lists: ListRow[];
}

const listRow = z.object({ partitionKey: z.string(), caseId: z.string(), state: z.string() });
/** A case in a list, such as `mine:…` or `inbox:…`. */
export type ListRow = z.output<typeof listRow>;

export async function readFacts(tables: Tables, now: number): Promise<Facts> {
  const cases = await partitionsOf(tables, 'Cases');
  const drafts = await partitionsOf(tables, 'Drafts');
  const lists = await partitionsOf(tables, 'CaseIndex');
  return {
    now,
    cases: cases.map(({ id, rows }) => toCase(id, rows)),
    sent: drafts.flatMap(({ id, rows }) =>
      rows.filter((row) => row.sent === true).map((row) => ({ personId: id, id: row.rowKey })),
    ),
    lists: lists.flatMap(({ rows }) => rows.flatMap((row) => listRow.safeParse(row).data ?? [])),
  };
}

async function partitionsOf(tables: Tables, table: TableName): Promise<{ id: string; rows: Row[] }[]> {
  const found: { id: string; rows: Row[] }[] = [];
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
    outbox: withPrefix('outbox:')
      .filter(({ rowKey }) => !isPlanted(rowKey))
      .map((row) => {
        const { rowKey, ...effect } = outboxRow.parse(row);
        return { ...effect, seq: seqOf(rowKey) };
      }),
  };
}

/** `event:000002` and `outbox:000002:001` are of event 2. */
const seqOf = (rowKey: string) => Number(rowKey.split(':')[1]);
