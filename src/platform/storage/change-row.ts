import { isFailure, type StorageFailure } from './errors.js';
import type { Row, TableName, Tables } from './tables.js';

export interface Change<Result> {
  /** What takes the place of the row; undefined to leave it. */
  row?: Row;
  result: Result;
}

/**
 * Changes a row that others may be changing too, by its ETag.
 * @param decide asked with the row, undefined where there is none; again each time that somebody else was faster.
 * @param limits how often it is tried, and what besides having been too slow is worth another try.
 * @returns what `decide` made of the row that was changed or left.
 * @throws StorageError `exists` or `stale` where others keep being faster.
 */
export async function changeRow<Result>(
  tables: Tables,
  table: TableName,
  key: { partitionKey: string; rowKey: string },
  decide: (row: Row | undefined) => Change<Result> | Promise<Change<Result>>,
  { tries = 10, alsoRetried = [] }: { tries?: number; alsoRetried?: readonly StorageFailure[] } = {},
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
      if (attempt === tries || !isFailure(error, 'exists', 'stale', ...alsoRetried)) throw error;
    }
  }
}
