import { z } from 'zod';
import { AppError } from '../errors.js';
import { isFailure } from './errors.js';
import type { TableName, Tables } from './tables.js';

const counterRow = z.object({ value: z.number().int() });
const ROUNDS = 20;

/** The next value of the counter in a row, from 1. A value is never given twice; one may be skipped. */
export async function nextValue(
  tables: Tables,
  table: TableName,
  { partitionKey, rowKey }: { partitionKey: string; rowKey: string },
): Promise<number> {
  for (let round = 0; round < ROUNDS; round++) {
    const stored = await tables.get(table, partitionKey, rowKey);
    const value = (stored ? counterRow.parse(stored.row).value : 0) + 1;
    const row = { partitionKey, rowKey, value };
    try {
      await tables.write(
        table,
        stored ? { kind: 'replace', row, etag: stored.etag } : { kind: 'insert', row },
      );
      return value;
    } catch (error) {
      if (!isFailure(error, 'exists', 'stale')) throw error;
    }
  }
  throw new AppError('storage-unavailable', { detail: `counter ${rowKey}` });
}
