/**
 * Whom the humanization team considers for a recognition event, in the table `Recognitions`, partition `event`: a row for
 * each person in each period, so that several of the team can add and remove at the same time.
 */
import { z } from 'zod';
import { isFailure } from '../../../platform/storage/errors.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';

const TABLE = 'Recognitions';
const PARTITION = 'event';

const shortlistedRow = z.object({
  /** As in `writtenPeriod`. */
  period: z.string(),
  personId: z.string(),
  addedBy: z.string(),
  /** ISO 8601. */
  addedAt: z.string(),
});
export type Shortlisted = z.output<typeof shortlistedRow>;

export class Shortlist {
  constructor(private readonly tables: Tables) {}

  /** @returns false when somebody was faster, whose row stays. */
  async add(entry: Shortlisted): Promise<boolean> {
    try {
      await this.tables.write(TABLE, { kind: 'insert', row: { ...keyOf(entry), ...entry } });
      return true;
    } catch (error) {
      if (isFailure(error, 'exists')) return false;
      throw error;
    }
  }

  async remove(entry: Pick<Shortlisted, 'period' | 'personId'>): Promise<void> {
    await this.tables.write(TABLE, { kind: 'delete', ...keyOf(entry) });
  }

  async find(entry: Pick<Shortlisted, 'period' | 'personId'>): Promise<Shortlisted | undefined> {
    const { partitionKey, rowKey } = keyOf(entry);
    const stored = await this.tables.get(TABLE, partitionKey, rowKey);
    return stored && shortlistedRow.parse(stored.row);
  }

  /** In the order in which they were added. */
  async of(period: string): Promise<Shortlisted[]> {
    const entries: Shortlisted[] = [];
    for await (const entry of this.#rows(`${period}:`)) entries.push(entry);
    return entries.sort((one, other) => one.addedAt.localeCompare(other.addedAt));
  }

  /** Of all periods; they are few. */
  all(): AsyncGenerator<Shortlisted> {
    return this.#rows();
  }

  async *#rows(rowKeyPrefix?: string): AsyncGenerator<Shortlisted> {
    for await (const { row } of rowsOf(this.tables, TABLE, PARTITION, rowKeyPrefix)) {
      yield shortlistedRow.parse(row);
    }
  }
}

const keyOf = ({ period, personId }: Pick<Shortlisted, 'period' | 'personId'>) => ({
  partitionKey: PARTITION,
  rowKey: `${period}:${personId}`,
});
