import { z } from 'zod';
import { keyOf, rowsOf, type Tables } from '../../../platform/storage/tables.js';

const VISITOR = 'visitor:';
const columns = z.object({ name: z.string() });

/**
 * People who joined the meeting of a training and are nobody of the directory: rows `visitor:…` in its partition. Only
 * their names are kept, for the trainer to see who is not on the list.
 */
export class VisitorStore {
  constructor(private readonly tables: Tables) {}

  /** Idempotent. @param id of the person in the meeting's chat. */
  async note(trainingId: string, { id, name }: { id: string; name: string }): Promise<void> {
    const row = { partitionKey: trainingId, rowKey: `${VISITOR}${keyOf(id || name)}`, name };
    await this.tables.write('Trainings', { kind: 'upsert', row });
  }

  /** Their names, as Teams shows them; empty for somebody without one. */
  async names(trainingId: string): Promise<string[]> {
    const names: string[] = [];
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, VISITOR)) {
      names.push(columns.parse(row).name);
    }
    return names;
  }
}
