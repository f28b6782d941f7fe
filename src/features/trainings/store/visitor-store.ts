import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';

const VISITOR = 'visitor:';
const columns = z.object({
  name: z.string(),
  /** ISO 8601, the last joining; empty in rows of before it was kept. */
  at: z.string().default(''),
});

/**
 * People who joined the meeting of a training and were not recognised as people of the directory: rows `visitor:…` in its
 * partition. Only their names, when they last joined and a hash of their id are kept, and not for long, for the trainer to see
 * who is not on the list.
 */
export class VisitorStore {
  constructor(private readonly tables: Tables) {}

  /**
   * Idempotent; a name that is known stays.
   * @param id of the person in the meeting's chat.
   */
  async note(trainingId: string, { id, name }: { id: string; name: string }, at: string): Promise<void> {
    // Ids and names of Teams may be longer than a key, and a key is not encrypted.
    const hash = createHash('sha256')
      .update(id || name)
      .digest('hex');
    const row = { partitionKey: trainingId, rowKey: VISITOR + hash, name, at };
    if (name === '') await insertNew(this.tables, 'Trainings', row);
    else await this.tables.write('Trainings', { kind: 'upsert', row });
  }

  /** Their names, as Teams shows them; empty for somebody without one. */
  async names(trainingId: string): Promise<string[]> {
    const names: string[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, VISITOR)) {
      names.push(columns.parse(row).name);
    }
    return names;
  }

  /** Deletes up to `most` of those who joined before a moment, of all trainings; returns their number. */
  async removeBefore(before: Date, most: number): Promise<number> {
    let count = 0;
    const withVisitors = this.tables.partitions('Trainings', { rowKeyPrefix: VISITOR, where: {} });
    for await (const trainingId of withVisitors) {
      const old = await this.#before(before.toISOString(), trainingId);
      const removed = old.slice(0, most - count);
      await removeRows(this.tables, 'Trainings', removed);
      count += removed.length;
      if (count === most) break;
    }
    return count;
  }

  async #before(before: string, trainingId: string): Promise<Row[]> {
    const old: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, VISITOR)) {
      if (columns.parse(row).at < before) old.push(row);
    }
    return old;
  }
}
