import { z } from 'zod';
import { AppError } from '../errors.js';
import { changeRow } from './change-row.js';
import { isFailure } from './errors.js';
import type { TableName, Tables } from './tables.js';

const counterRow = z.object({ value: z.number().int() });
/** Instances, and commands that take single values, compete for a counter. */
const TRIES = 20;

type Key = { partitionKey: string; rowKey: string };

/**
 * Takes values from the counter in a row and returns the first of them; values begin at 1. None is taken twice; some
 * may be skipped.
 */
export async function takeValues(tables: Tables, table: TableName, key: Key, count: number): Promise<number> {
  const next = (before: unknown) => {
    const value = before ? counterRow.parse(before).value : 0;
    return { row: { ...key, value: value + count }, result: value + 1 };
  };
  try {
    return await changeRow(tables, table, key, next, { tries: TRIES });
  } catch (error) {
    if (!isFailure(error, 'exists', 'stale')) throw error;
    throw new AppError('storage-unavailable', { detail: `counter ${key.rowKey}` });
  }
}

/** The values of counters in blocks, so that many at the same moment do not compete. A block is lost with the process. */
export class BlockCounter {
  readonly #left = new Map<string, number[]>();
  #taking: Promise<void> = Promise.resolve();

  constructor(
    private readonly tables: Tables,
    private readonly table: TableName,
    private readonly size: number,
  ) {}

  async next(key: Key): Promise<number> {
    const before = this.#taking;
    const taking = before.then(() => this.#fill(key));
    this.#taking = taking.catch(() => undefined);
    await taking;
    const value = this.#left.get(key.rowKey)?.shift();
    return value ?? this.next(key);
  }

  async #fill(key: Key): Promise<void> {
    if ((this.#left.get(key.rowKey)?.length ?? 0) > 0) return;
    const first = await takeValues(this.tables, this.table, key, this.size);
    this.#left.set(
      key.rowKey,
      Array.from({ length: this.size }, (_, at) => first + at),
    );
  }
}
