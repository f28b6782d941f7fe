/**
 * How many practices went out: a row for each hour of a day in the table `Practice`, partitioned by month
 * (`sent:YYYY-MM`). It has no names.
 */
import { z } from 'zod';
import { FIRST_MONTH, monthsBetween } from '../../../platform/calendar/days.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';

const TABLE = 'Practice';

const countRow = z.object({ day: z.iso.date(), people: z.number().int() });
export type SentCount = z.output<typeof countRow>;

export class SentCounts {
  constructor(private readonly tables: Tables) {}

  /** Idempotent: the last count stays. */
  async set(day: string, hour: string, people: number): Promise<void> {
    const key = { partitionKey: partitionOf(day.slice(0, 7)), rowKey: `${day}:${hour}` };
    await this.tables.write(TABLE, { kind: 'upsert', row: { ...key, day, people } });
  }

  /** @param month `YYYY-MM` */
  async *of(month: string): AsyncGenerator<SentCount> {
    for await (const { row } of rowsOf(this.tables, TABLE, partitionOf(month))) yield countRow.parse(row);
  }

  /** Removes those of days before one, `most` of them; returns how many. */
  async removeBefore(day: string, most: number): Promise<number> {
    let count = 0;
    for (const month of monthsBetween(FIRST_MONTH, day.slice(0, 7))) {
      const old: Row[] = [];
      for await (const { row } of rowsOf(this.tables, TABLE, partitionOf(month))) {
        if (countRow.parse(row).day >= day || count + old.length === most) break;
        old.push(row);
      }
      await removeRows(this.tables, TABLE, old);
      count += old.length;
    }
    return count;
  }
}

const partitionOf = (month: string) => `sent:${month}`;
