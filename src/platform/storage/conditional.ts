/** Conditional writes that return false instead of throwing when another writer was faster. */
import { isFailure } from './errors.js';
import type { Row, TableName, Tables } from './tables.js';

/** Inserts a row; returns false when it exists already. */
export async function insertNew(tables: Tables, table: TableName, row: Row): Promise<boolean> {
  try {
    await tables.write(table, { kind: 'insert', row });
    return true;
  } catch (error) {
    if (isFailure(error, 'exists')) return false;
    throw error;
  }
}

/** Replaces a row that still has this ETag; returns false when another writer has changed it. */
export async function replaceSame(
  tables: Tables,
  table: TableName,
  row: Row,
  etag: string,
): Promise<boolean> {
  try {
    await tables.write(table, { kind: 'replace', row, etag });
    return true;
  } catch (error) {
    if (isFailure(error, 'stale')) return false;
    throw error;
  }
}
