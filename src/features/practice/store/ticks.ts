/**
 * Ticks: a row for each person and day in the table `Practice`, partitioned by month (`done:YYYY-MM`), so that a
 * month is counted without reading who it was.
 */
import { z } from 'zod';
import { bogotaMonth, FIRST_MONTH, monthsBetween } from '../../../platform/calendar/days.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowKeysOf, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Practice } from '../domain/practice.js';

const TABLE = 'Practice';

const tickRow = z.object({ day: z.iso.date(), practice: z.string(), at: z.string() });
export type Tick = z.output<typeof tickRow>;

export class Ticks {
  constructor(private readonly tables: Tables) {}

  /** Idempotent: the first tick stays. */
  async add(personId: string, day: string, { id, section }: Practice, at: Date): Promise<void> {
    const columns = { day, practice: id, section, at: at.toISOString() };
    await insertNew(this.tables, TABLE, { ...keyOf(personId, day), ...columns });
  }

  async remove(personId: string, day: string): Promise<void> {
    await this.tables.write(TABLE, { kind: 'delete', ...keyOf(personId, day) });
  }

  /** Those of a person from one day to another, both included. One query for each month between. */
  async of(personId: string, from: string, until: string): Promise<Tick[]> {
    const rows = await this.#rowsOf(personId, monthsBetween(from.slice(0, 7), until.slice(0, 7)));
    return rows.map((row) => tickRow.parse(row)).filter(({ day }) => from <= day && day <= until);
  }

  /** How many there are of each day of a month, `YYYY-MM`. Reads keys alone: a request for a thousand. */
  async countsOf(month: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for await (const rowKey of rowKeysOf(this.tables, TABLE, partitionOf(month))) {
      const day = rowKey.slice(rowKey.indexOf(':') + 1);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return counts;
  }

  async removeAllOf(personId: string, now: Date): Promise<void> {
    for (const month of monthsUntil(now)) {
      await removeRows(this.tables, TABLE, await this.#rowsOf(personId, [month]));
    }
  }

  /** Removes ticks from before a moment, `most` of them; returns how many. */
  async removeBefore(before: Date, most: number): Promise<number> {
    let count = 0;
    for (const month of monthsUntil(before)) {
      const old: Row[] = [];
      for await (const { row } of rowsOf(this.tables, TABLE, partitionOf(month))) {
        if (count + old.length === most) break;
        if (tickRow.parse(row).at < before.toISOString()) old.push(row);
      }
      await removeRows(this.tables, TABLE, old);
      count += old.length;
    }
    return count;
  }

  async #rowsOf(personId: string, months: readonly string[]): Promise<Row[]> {
    const found = await Promise.all(
      months.map(async (month) => {
        const rows: Row[] = [];
        for await (const { row } of rowsOf(this.tables, TABLE, partitionOf(month), `${personId}:`))
          rows.push(row);
        return rows;
      }),
    );
    return found.flat();
  }
}

const monthsUntil = (moment: Date) => monthsBetween(FIRST_MONTH, bogotaMonth(moment));
const partitionOf = (month: string) => `done:${month}`;
const keyOf = (personId: string, day: string) => ({
  partitionKey: partitionOf(day.slice(0, 7)),
  rowKey: `${personId}:${day}`,
});
