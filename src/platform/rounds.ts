/** The last runs and their results, in the table `Operations`, for administrators. Nothing about people. */
import { z } from 'zod';
import type { Clock } from './clock.js';
import { rowsOf, type Tables } from './storage/tables.js';

/**
 * - `audit`: the audit of deliveries; the count is lost rows.
 * - `parked`: notices that were given up in the last days.
 * - `backup`: the nightly copy of the tables; the count is its rows.
 * - `people`: an import of people; the count is people in the file.
 */
export const ROUNDS = ['audit', 'parked', 'backup', 'people'] as const;
export type RoundName = (typeof ROUNDS)[number];

export interface Round {
  at: Date;
  count: number;
}

const ROUND = 'round';
const roundRow = z.object({ rowKey: z.enum(ROUNDS), at: z.iso.datetime(), count: z.number().int() });

export class Rounds {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async note(name: RoundName, count: number): Promise<void> {
    const row = { partitionKey: ROUND, rowKey: name, at: this.clock().toISOString(), count };
    await this.tables.write('Operations', { kind: 'upsert', row });
  }

  /** Returns the last round of each kind. A later version may have kinds of its own, which are left out. */
  async last(): Promise<Partial<Record<RoundName, Round>>> {
    const found: Partial<Record<RoundName, Round>> = {};
    for await (const { row } of rowsOf(this.tables, 'Operations', ROUND)) {
      const { data } = roundRow.safeParse(row);
      if (data) found[data.rowKey] = { at: new Date(data.at), count: data.count };
    }
    return found;
  }
}
