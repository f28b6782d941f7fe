/** Writes that depend on what is stored, where losing to somebody else is an answer and no error. */
import { isFailure } from './errors.js';
import type { Row, TableName, Tables } from './tables.js';

/** Inserts a row; false where it was there already. */
export async function insertNew(tables: Tables, table: TableName, row: Row): Promise<boolean> {
  try {
    await tables.write(table, { kind: 'insert', row });
    return true;
  } catch (error) {
    if (isFailure(error, 'exists')) return false;
    throw error;
  }
}

/** Replaces the version of a row that has this ETag; false where somebody else has changed it. */
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
