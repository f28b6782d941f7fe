/** Deletes rows in as few requests as the service's limit allows. */
import { isFailure } from './errors.js';
import { MAX_OPERATIONS } from './limits.js';
import type { Operation, Row, TableName, Tables } from './tables.js';

/** Deletes rows of one partition; missing rows are no error. */
export async function removeRows(tables: Tables, table: TableName, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += MAX_OPERATIONS) {
    const operations = rows
      .slice(at, at + MAX_OPERATIONS)
      .map(({ partitionKey, rowKey }): Operation => ({ kind: 'delete', partitionKey, rowKey }));
    try {
      await tables.commit(table, operations);
    } catch (error) {
      // One of them is missing, which fails the whole transaction.
      if (!isFailure(error, 'refused')) throw error;
      for (const operation of operations) await tables.write(table, operation);
    }
  }
}
