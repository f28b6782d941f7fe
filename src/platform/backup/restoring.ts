/** Writes a copy into empty tables, part by part; interrupted, it goes on where it stopped. */
import { z } from 'zod';
import { isFailure } from '../storage/errors.js';
import { entityBytes, MAX_OPERATIONS, MAX_TRANSACTION_BYTES } from '../storage/limits.js';
import type { Operation, Row, StoredTables, TableName } from '../storage/tables.js';
import { Deleted, deletedIn } from './deleted.js';
import { CopyError, type CopyFolder } from './folder.js';

/** The row that says which copy is being restored, and how many of its parts are written. */
const KEY = { partitionKey: 'restore', rowKey: 'copy' };
const progressRow = z.object({ signature: z.string(), written: z.number().int(), done: z.boolean() });
type Progress = z.output<typeof progressRow>;

/** Numbers given after the copy are unknown, and none may be given twice. */
const NUMBERS_SKIPPED = 1_000;
const COUNTER = 'counter';

export interface Restored {
  rows: number;
  /** Left out, because their case or person was deleted after the copy. */
  leftOut: number;
  /** The numbers of what was deleted after the copy. */
  deleted: number;
}

export class Restoring {
  /**
   * @param tables without decryption.
   * @param names of all tables.
   * @param later the copies of later days, for what was deleted since.
   */
  constructor(
    private readonly tables: StoredTables,
    private readonly names: readonly TableName[],
    private readonly copy: CopyFolder,
    private readonly later: readonly CopyFolder[],
  ) {}

  /**
   * @param keyIds the keys that there are.
   * @throws CopyError before anything is written, when the copy is not whole, a key is missing, or the tables hold rows.
   */
  async restore(keyIds: readonly string[]): Promise<Restored> {
    const { manifest } = this.copy;
    const missing = manifest.keys.filter((id) => !keyIds.includes(id));
    if (missing.length > 0) {
      throw new CopyError(`FIELD_KEYS and INTEGRITY_KEYS lack what the copy needs: ${missing.join(', ')}.`);
    }
    this.#knowsAll();
    this.copy.check();
    const deleted = this.#deletedSince();
    let progress = await this.#begin();
    let [rows, leftOut] = [0, 0];
    for (const [at, part] of manifest.parts.entries()) {
      const kept = this.copy.rowsOf(part).filter((row) => !deleted.has(row));
      rows += kept.length;
      leftOut += part.rows - kept.length;
      if (at < progress.written) continue;
      await this.#write(part.table, kept);
      progress = await this.#save({ ...progress, written: at + 1 });
    }
    // The records of what was deleted since are kept too.
    for (const copy of this.later) {
      for (const part of copy.manifest.parts.filter(({ table }) => table === 'Deletions')) {
        await this.#write('Deletions', copy.rowsOf(part));
      }
    }
    await this.#save({ ...progress, done: true });
    return { rows, leftOut, deleted: deleted.count };
  }

  /** @throws CopyError for a copy with a table of a later version. */
  #knowsAll(): void {
    const parts = [this.copy, ...this.later].flatMap(({ manifest }) => manifest.parts);
    const unknown = parts.find(({ table }) => !this.names.includes(table));
    if (unknown) throw new CopyError(`The copy is of a later version: there is no table ${unknown.table}.`);
  }

  #deletedSince(): Deleted {
    const found = this.later.flatMap((copy) =>
      copy.manifest.parts
        .filter(({ table }) => table === 'Deletions')
        .flatMap((part) => deletedIn(copy.rowsOf(part))),
    );
    const deleted = new Deleted(found);
    for (const part of this.copy.manifest.parts) {
      for (const row of this.copy.rowsOf(part)) deleted.learn(part.table, row);
    }
    return deleted;
  }

  /** @throws CopyError when there are rows that are not from this copy. */
  async #begin(): Promise<Progress> {
    const { signature } = this.copy.manifest;
    const stored = await this.tables.get('Operations', KEY.partitionKey, KEY.rowKey);
    const before = progressRow.safeParse(stored?.row).data;
    if (before?.signature === signature && !before.done) return before;
    if (before?.done) throw new CopyError('A copy has been restored here already.');
    for (const table of this.names) {
      const { rows } = await this.tables.scan(table, { size: 1 });
      if (rows.length > 0) {
        throw new CopyError(`The table ${table} is not empty. Restore into a new storage account.`);
      }
    }
    return this.#save({ signature, written: 0, done: false });
  }

  async #save(progress: Progress): Promise<Progress> {
    await this.tables.write('Operations', { kind: 'upsert', row: { ...KEY, ...progress } });
    return progress;
  }

  async #write(table: TableName, rows: readonly Row[]): Promise<void> {
    for (const batch of batchesOf(rows.map(withoutGivenNumbers))) {
      const operations = batch.map((row): Operation => ({ kind: 'upsert', row }));
      await patiently(() => this.tables.commit(table, operations));
    }
  }
}

/** A counter goes on behind all numbers that may have been given. */
const withoutGivenNumbers = (row: Row): Row =>
  row.partitionKey === COUNTER && typeof row.value === 'number'
    ? { ...row, value: row.value + NUMBERS_SKIPPED }
    : row;

/** Transactions: of one partition, within the limits of the service. */
function* batchesOf(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = entityBytes(row);
    const isOther = batch[0] !== undefined && batch[0].partitionKey !== row.partitionKey;
    if (isOther || batch.length === MAX_OPERATIONS || bytes + size > MAX_TRANSACTION_BYTES) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const TRIES = 5;

/** Upserts may be repeated. */
async function patiently(write: () => Promise<unknown>): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await write();
      return;
    } catch (error) {
      if (left === 1 || !isFailure(error, 'unavailable')) throw error;
    }
  }
}
