import { isFailure } from './errors.js';
import type { Row, TableName, Tables } from './tables.js';

export interface Change<Result> {
  /** The new row; undefined leaves the stored row as it is. */
  row?: Row | undefined;
  result: Result;
}

/**
 * Changes a row with optimistic concurrency (ETag).
 * @param decide receives the row, undefined when it does not exist; called again each time another writer was
 * faster.
 * @param limits the number of attempts.
 * @returns the result of the last call of `decide`.
 * @throws StorageError `exists` or `stale` when other writers are faster every time.
 */
export async function changeRow<Result>(
  tables: Tables,
  table: TableName,
  key: { partitionKey: string; rowKey: string },
  decide: (row: Row | undefined) => Change<Result> | Promise<Change<Result>>,
  { tries = 10 }: { tries?: number } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const stored = await tables.get(table, key.partitionKey, key.rowKey);
    const { row, result } = await decide(stored?.row);
    if (!row) return result;
    try {
      await tables.write(
        table,
        stored ? { kind: 'replace', row, etag: stored.etag } : { kind: 'insert', row },
      );
      return result;
    } catch (error) {
      if (attempt === tries || !isFailure(error, 'exists', 'stale')) throw error;
    }
  }
}
