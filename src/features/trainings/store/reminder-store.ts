import { insertNew } from '../../../platform/storage/conditional.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Training } from '../domain/training.js';

/** What a reminder is about: registering, or not being on the list of a training that is closed. */
type Occasion = Training['state'];

/** Who has been reminded of a training: rows `reminder:…` in its partition. */
export class ReminderStore {
  constructor(private readonly tables: Tables) {}

  /** True the first time only: nobody is reminded twice on the same occasion. */
  mark(trainingId: string, personId: string, occasion: Occasion): Promise<boolean> {
    const rowKey = keyOf(occasion, personId);
    return insertNew(this.tables, 'Trainings', { partitionKey: trainingId, rowKey });
  }

  /** Takes back the mark of a reminder that certainly did not go out. */
  async unmark(trainingId: string, personId: string, occasion: Occasion): Promise<void> {
    const rowKey = keyOf(occasion, personId);
    await this.tables.write('Trainings', { kind: 'delete', partitionKey: trainingId, rowKey });
  }

  /** The ids of the people who have been reminded. */
  async marked(trainingId: string, occasion: Occasion): Promise<Set<string>> {
    const ids = new Set<string>();
    const prefix = keyOf(occasion, '');
    for await (const { row } of rowsOf(this.tables, 'Trainings', trainingId, prefix)) {
      ids.add(row.rowKey.slice(prefix.length));
    }
    return ids;
  }
}

const keyOf = (occasion: Occasion, personId: string) => `reminder:${occasion}:${personId}`;
