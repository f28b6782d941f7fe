/** Who wants their figures each month: rows in the partition `monthly` of the table `Figures`. */
import { z } from 'zod';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';

const MONTHLY = 'monthly';

const wishRow = z.object({ rowKey: z.string(), wants: z.boolean(), at: z.string() });

export interface Wish {
  personId: string;
  wants: boolean;
  /** ISO 8601. */
  at: string;
}

export class Wishes {
  constructor(private readonly tables: Tables) {}

  async set({ personId, ...wish }: Wish): Promise<void> {
    const row = { partitionKey: MONTHLY, rowKey: personId, ...wish };
    await this.tables.write('Figures', { kind: 'upsert', row });
  }

  async remove(personId: string): Promise<void> {
    await this.tables.write('Figures', { kind: 'delete', partitionKey: MONTHLY, rowKey: personId });
  }

  /** Undefined for a person who never chose. */
  async find(personId: string): Promise<Wish | undefined> {
    const stored = await this.tables.get('Figures', MONTHLY, personId);
    return stored && toWish(stored.row);
  }

  async all(): Promise<Wish[]> {
    const wishes: Wish[] = [];
    for await (const { row } of rowsOf(this.tables, 'Figures', MONTHLY)) wishes.push(toWish(row));
    return wishes;
  }
}

function toWish(row: unknown): Wish {
  const { rowKey: personId, wants, at } = wishRow.parse(row);
  return { personId, wants, at };
}
