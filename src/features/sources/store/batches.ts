/**
 * Files that a member of the team sent. In the table `Sources`, a partition `batch:…` has the state of one, with its
 * outbox; in the table `Tickets`, its rows wait for the yes, encrypted and in pieces, until they expire.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import { toOutboxRows } from '../../../platform/delivery/outbox.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type Assessed, assessed } from '../domain/arrived.js';
import { counts } from '../domain/counts.js';

const LIFETIME_MS = 24 * 3_600_000;
/** Under the service's limit of a property, also when it is encrypted. */
const PIECE_UNITS = 20_000;
/** Pieces in a transaction, under the service's limit of its bytes. */
const PIECES = 40;
const BATCH_ROW = 'batch';

/** The kind of the outbox rows that bring the card of a file up to date. */
export const BATCH_CARD = 'sources.batch';

/** `ready`: it waits for a yes. */
export const BATCH_STATES = ['ready', 'keeping', 'kept', 'discarded'] as const;

const batchRow = z.object({
  personId: z.string(),
  fileName: z.string(),
  state: z.enum(BATCH_STATES),
  /** ISO 8601. */
  at: z.string(),
  /** Rows that were kept so far. */
  done: z.number(),
  counts: z.string(),
  seq: z.number(),
});
export type Batch = Omit<z.output<typeof batchRow>, 'counts'> & {
  id: string;
  counts: z.output<typeof counts>;
};

export interface StoredBatch {
  batch: Batch;
  etag: string;
}

export class Batches {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  /** Stores the rows first, so that a file that is there has all of them. */
  async add(batch: Batch, rows: readonly Assessed[]): Promise<void> {
    const expiresAt = addMilliseconds(this.clock(), LIFETIME_MS).toISOString();
    const content = deflateRawSync(JSON.stringify(rows)).toString('base64');
    const pieces = Array.from({ length: Math.ceil(content.length / PIECE_UNITS) }, (_, at): Operation => {
      const part = content.slice(at * PIECE_UNITS, (at + 1) * PIECE_UNITS);
      const rowKey = String(at).padStart(6, '0');
      return { kind: 'upsert', row: { partitionKey: piecesOf(batch.id), rowKey, expiresAt, content: part } };
    });
    for (let at = 0; at < pieces.length; at += PIECES)
      await this.tables.commit('Tickets', pieces.slice(at, at + PIECES));
    await this.tables.commit('Sources', [{ kind: 'insert', row: toRow(batch) }, ...cardEffect(batch)]);
  }

  async find(id: string): Promise<StoredBatch | undefined> {
    const stored = await this.tables.get('Sources', partitionOf(id), BATCH_ROW);
    if (!stored) return undefined;
    const { counts: json, ...plain } = batchRow.parse(stored.row);
    return { batch: { ...plain, id, counts: counts.parse(JSON.parse(json)) }, etag: stored.etag };
  }

  /** Stores a new state, and has the card follow. @returns false when somebody else was faster. */
  async change({ batch, etag }: StoredBatch, change: Partial<Batch>): Promise<boolean> {
    const next = { ...batch, ...change, seq: batch.seq + 1 };
    try {
      await this.tables.commit('Sources', [{ kind: 'replace', row: toRow(next), etag }, ...cardEffect(next)]);
      return true;
    } catch (error) {
      if (isFailure(error, 'stale')) return false;
      throw error;
    }
  }

  /** Undefined once they have expired. */
  async rowsOf(id: string): Promise<Assessed[] | undefined> {
    const pieces: string[] = [];
    for await (const { row } of rowsOf(this.tables, 'Tickets', piecesOf(id))) {
      if (String(row.expiresAt) <= this.clock().toISOString()) return undefined;
      pieces.push(String(row.content));
    }
    if (pieces.length === 0) return undefined;
    const packed = Buffer.from(pieces.join(''), 'base64');
    return z.array(assessed).parse(JSON.parse(inflateRawSync(packed).toString()));
  }

  async dropRows(id: string): Promise<void> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Tickets', piecesOf(id))) rows.push(row);
    await removeRows(this.tables, 'Tickets', rows);
  }
}

export const partitionOf = (id: string): string => `batch:${id}`;
const piecesOf = (id: string) => `sources:${id}`;

function toRow({ id, counts: figures, ...plain }: Batch): Row {
  return { partitionKey: partitionOf(id), rowKey: BATCH_ROW, ...plain, counts: JSON.stringify(figures) };
}

const cardEffect = ({ id, seq, personId }: Batch): Operation[] =>
  toOutboxRows(partitionOf(id), seq, [{ kind: BATCH_CARD, target: personId, urgent: false }]).map((row) => ({
    kind: 'insert',
    row,
  }));
