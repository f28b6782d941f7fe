/** Deletes rows that are old, and that nothing else depends on. */
import { MAX_OPERATIONS } from './limits.js';
import { removeRows } from './removal.js';
import type { Row, TableName, Tables } from './tables.js';

export interface OldRows {
  table: TableName;
  /** Only rows whose keys begin like this. */
  rowKeyPrefix?: string;
  /** Tells whether a partition may hold old rows. */
  mayHold?: (partitionKey: string, before: string) => boolean;
  /** @param before ISO 8601. */
  isOld: (row: Row, before: string) => boolean;
}

/** Deletes up to `most` rows that are old at a moment; returns their number. Reads the whole table: for maintenance. */
export async function removeOld(
  tables: Tables,
  { table, rowKeyPrefix, mayHold = () => true, isOld }: OldRows,
  moment: Date,
  most: number,
): Promise<number> {
  const before = moment.toISOString();
  const matching = rowKeyPrefix === undefined ? undefined : { rowKeyPrefix, where: {} };
  let count = 0;
  for await (const partitionKey of tables.partitions(table, matching)) {
    if (!mayHold(partitionKey, before)) continue;
    let token: string | undefined;
    do {
      const size = Math.min(MAX_OPERATIONS, most - count);
      if (size === 0) return count;
      const page = await tables.page(table, { partitionKey, rowKeyPrefix, size, token });
      const old = page.rows.filter(({ row }) => isOld(row, before)).map(({ row }) => row);
      await removeRows(tables, table, old);
      count += old.length;
      token = page.next;
    } while (token !== undefined);
  }
  return count;
}
