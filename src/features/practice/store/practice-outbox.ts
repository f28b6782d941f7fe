/**
 * The practices on their way: rows of an outbox in the table `Practice`, in as many partitions as there are waves. The
 * key of a row is the day and the person, so that nobody gets two on one day, whatever is done twice.
 */
import { OUTBOX_PREFIX, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Operation, type Row, rowKeysOf, type Tables } from '../../../platform/storage/tables.js';
import { hashOf } from '../domain/hash.js';

const TABLE = 'Practice';
/** The kind of its rows. */
export const PRACTICE = 'practice';
/** Parts in which those of one hour go out, one after the other. */
const WAVES = 60;

/** Returns people by the partition of their wave, in the order of the waves. */
export function wavesOf(personIds: readonly string[]): [string, string[]][] {
  const waves = Array.from({ length: WAVES }, (): string[] => []);
  for (const personId of personIds) waves[hashOf(personId) % WAVES]?.push(personId);
  return waves
    .map((ids, wave): [string, string[]] => [partitionOf(wave), ids])
    .filter(([, ids]) => ids.length > 0);
}

/** The day of a row, `YYYY-MM-DD`. */
export const dayOf = ({ rowKey }: { rowKey: string }): string => rowKey.split(':')[1] ?? '';

export class PracticeOutbox {
  constructor(private readonly tables: Tables) {}

  /** Adds missing rows: one request for a hundred people, unless some exist already. */
  async add(partitionKey: string, day: string, personIds: readonly string[]): Promise<void> {
    const rows = personIds.map((personId) => toRow(partitionKey, day, personId));
    for (let from = 0; from < rows.length; from += MAX_OPERATIONS) {
      await this.#insert(partitionKey, day, rows.slice(from, from + MAX_OPERATIONS));
    }
  }

  /** Removes up to `most` rows from before a day; returns how many. */
  async removeBefore(day: string, most: number): Promise<number> {
    let count = 0;
    for (let wave = 0; wave < WAVES && count < most; wave++) {
      const partitionKey = partitionOf(wave);
      const old: Row[] = [];
      for await (const rowKey of rowKeysOf(this.tables, TABLE, partitionKey, OUTBOX_PREFIX)) {
        // In the order of their days.
        if (dayOf({ rowKey }) >= day || count + old.length === most) break;
        old.push({ partitionKey, rowKey });
      }
      await removeRows(this.tables, TABLE, old);
      count += old.length;
    }
    return count;
  }

  async #insert(partitionKey: string, day: string, rows: readonly Row[]): Promise<void> {
    const inserts = (list: readonly Row[]) => list.map((row): Operation => ({ kind: 'insert', row }));
    try {
      await this.tables.commit(TABLE, inserts(rows));
      return;
    } catch (error) {
      if (!isFailure(error, 'exists')) throw error;
    }
    const there = new Set<string>();
    for await (const rowKey of rowKeysOf(this.tables, TABLE, partitionKey, prefixOf(day))) there.add(rowKey);
    const missing = rows.filter(({ rowKey }) => !there.has(rowKey));
    if (missing.length > 0) await this.tables.commit(TABLE, inserts(missing));
  }
}

const partitionOf = (wave: number) => `wave:${String(wave).padStart(2, '0')}`;
const prefixOf = (day: string) => `${OUTBOX_PREFIX}${day}:`;

function toRow(partitionKey: string, day: string, personId: string): Row {
  const [row] = toOutboxRows(partitionKey, 0, [{ kind: PRACTICE, target: personId, urgent: false }]);
  return { ...(row as Row), rowKey: `${prefixOf(day)}${personId}` };
}
