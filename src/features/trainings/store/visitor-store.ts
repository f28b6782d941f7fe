import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertNew } from '../../../platform/storage/conditional.js';
import { type OldRows, removeOld } from '../../../platform/storage/old-rows.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';

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
  removeBefore(moment: Date, most: number): Promise<number> {
    const rows: OldRows = {
      table: 'Trainings',
      rowKeyPrefix: VISITOR,
      isOld: (row, before) => columns.parse(row).at < before,
    };
    return removeOld(this.tables, rows, moment, most);
  }
}
