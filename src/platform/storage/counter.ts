import { z } from 'zod';
import { AppError } from '../errors.js';
import { changeRow } from './change-row.js';
import { isFailure } from './errors.js';
import type { TableName, Tables } from './tables.js';

const counterRow = z.object({ value: z.number().int() });
/** Everybody who reports at the same moment is at the same counter. */
const TRIES = 20;

/** The next value of the counter in a row, from 1. A value is never given twice; one may be skipped. */
export async function nextValue(
  tables: Tables,
  table: TableName,
  key: { partitionKey: string; rowKey: string },
): Promise<number> {
  const next = (before: unknown) => {
    const value = (before ? counterRow.parse(before).value : 0) + 1;
    return { row: { ...key, value }, result: value };
  };
  try {
    return await changeRow(tables, table, key, next, { tries: TRIES });
  } catch (error) {
    if (!isFailure(error, 'exists', 'stale')) throw error;
    throw new AppError('storage-unavailable', { detail: `counter ${key.rowKey}` });
  }
}
