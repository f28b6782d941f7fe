/** Copies all tables to blobs. */
import { addMilliseconds, type Clock, type NewId } from '../clock.js';
import type { StoredBlobs } from '../storage/blobs.js';
import type { Signer } from '../storage/signer.js';
import { type Row, rowsOf, type StoredTables, type TableName } from '../storage/tables.js';
import { VERSION } from '../version.js';
import { hashOf, MANIFEST, type Part, toManifest } from './manifest.js';
import { keysIn, pack } from './rows.js';

/** Rows in one part, some megabytes before they are packed. */
const PART_ROWS = 5_000;
/** More than the clocks of storage and of this process differ. */
const CLOCKS_DIFFER_MS = 60_000;

export interface CopyingParts {
  /** Without decryption. */
  tables: StoredTables;
  /** Which of them are copied. */
  copied: readonly TableName[];
  blobs: StoredBlobs;
  signer: Signer;
  clock: Clock;
  newId: NewId;
}

export class Copying {
  constructor(private readonly parts: CopyingParts) {}

  /**
   * Copies all tables into a new folder under `day`, and returns the number of rows. The manifest comes last: a
   * folder without one is no copy. A second run replaces the first.
   */
  async copy(day: string): Promise<number> {
    const { blobs, clock, copied, newId, signer } = this.parts;
    const begunAt = clock();
    const run = newId();
    const parts: Part[] = [];
    const keys = new Set<string>();
    const put = async (table: TableName, rows: readonly Row[]) => {
      if (rows.length === 0) return;
      for (const row of rows) for (const key of keysIn(row)) keys.add(key);
      const content = pack(rows);
      const path = `${run}/${String(parts.length).padStart(5, '0')}-${table}.jsonl.gz`;
      await blobs.put(`${day}/${path}`, content, 'application/gzip');
      parts.push({ table, path, rows: rows.length, sha256: hashOf(content) });
    };
    for (const table of copied) await this.#copyTable(table, put);
    for (const table of copied) await this.#copyChanged(table, begunAt, put);
    const content = toManifest(
      {
        version: VERSION,
        day,
        begunAt: begunAt.toISOString(),
        endedAt: clock().toISOString(),
        parts,
        keys: [...keys].sort(),
      },
      signer,
    );
    await blobs.put(`${day}/${MANIFEST}`, content, 'application/json');
    await this.#removeOthers(day, run);
    return parts.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Deletes copies of days before this one. */
  async forgetBefore(day: string): Promise<void> {
    const { blobs } = this.parts;
    const old = new Set<string>();
    for await (const path of blobs.paths()) {
      const [of = ''] = path.split('/');
      if (of < day) old.add(of);
    }
    for (const of of old) await blobs.removeUnder(`${of}/`);
  }

  async #copyTable(
    table: TableName,
    put: (table: TableName, rows: readonly Row[]) => Promise<void>,
  ): Promise<void> {
    let rows: Row[] = [];
    let token: string | undefined;
    do {
      const page = await this.parts.tables.scan(table, { token });
      rows.push(...page.rows.map(({ row }) => row));
      token = page.next;
      if (rows.length >= PART_ROWS || token === undefined) {
        await put(table, rows);
        rows = [];
      }
    } while (token !== undefined);
  }

  /**
   * Reads again, each as a whole, the partitions that changed meanwhile: a command writes all its rows at once, and a
   * table that is read page by page may show one half of them.
   */
  async #copyChanged(
    table: TableName,
    begunAt: Date,
    put: (table: TableName, rows: readonly Row[]) => Promise<void>,
  ): Promise<void> {
    const { tables } = this.parts;
    const changedSince = addMilliseconds(begunAt, -CLOCKS_DIFFER_MS);
    const changed = new Set<string>();
    let token: string | undefined;
    do {
      const page = await tables.scan(table, { token, changedSince });
      for (const { row } of page.rows) changed.add(row.partitionKey);
      token = page.next;
    } while (token !== undefined);
    for (const partitionKey of changed) {
      const rows: Row[] = [];
      for await (const { row } of rowsOf(tables, table, partitionKey)) rows.push(row);
      await put(table, rows);
    }
  }

  /** What an interrupted copy of the same day left. */
  async #removeOthers(day: string, run: string): Promise<void> {
    const { blobs } = this.parts;
    const stray: string[] = [];
    for await (const path of blobs.paths()) {
      const [of, folder] = path.split('/');
      if (of === day && folder !== run && folder !== MANIFEST) stray.push(path);
    }
    for (const path of stray) await blobs.remove(path);
  }
}
