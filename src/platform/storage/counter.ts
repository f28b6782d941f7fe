import { z } from 'zod';
import { AppError } from '../errors.js';
import { changeRow } from './change-row.js';
import { isFailure } from './errors.js';
import type { TableName, Tables } from './tables.js';

const counterRow = z.object({ value: z.number().int() });
/** All reports of the same moment compete for the same counter. */
const TRIES = 20;

/**
 * Increments the counter in a row and returns its value, from 1. No value is returned twice; some may be
 * skipped.
 */
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
