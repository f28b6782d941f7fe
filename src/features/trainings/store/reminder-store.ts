import { insertNew } from '../../../platform/storage/conditional.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { rowKeysOf, type Tables } from '../../../platform/storage/tables.js';
import type { Training } from '../domain/training.js';

/**
 * `open`: asks to register. `closed`: tells people that they are not on the list. `asked`: the person wants to be
 * reminded before it begins.
 */
type Occasion = Training['state'] | 'asked';

/** Marks the people who have been reminded of a training: rows `reminder:…` in its partition. */
export class ReminderStore {
  constructor(private readonly tables: Tables) {}

  /** Returns true the first time only, so that each person is reminded once per occasion. */
  mark(trainingId: string, personId: string, occasion: Occasion): Promise<boolean> {
    const rowKey = keyOf(occasion, personId);
    return insertNew(this.tables, 'Trainings', { partitionKey: trainingId, rowKey });
  }

  /** Deletes the mark of a reminder that certainly was not sent. */
  async unmark(trainingId: string, personId: string, occasion: Occasion): Promise<void> {
    const rowKey = keyOf(occasion, personId);
    await this.tables.write('Trainings', { kind: 'delete', partitionKey: trainingId, rowKey });
  }

  /** Deletes a mark; false when there is none, or somebody else was faster. */
  async take(trainingId: string, personId: string, occasion: Occasion): Promise<boolean> {
    const rowKey = keyOf(occasion, personId);
    if (!(await this.tables.get('Trainings', trainingId, rowKey))) return false;
    try {
      // In a transaction, a delete of a missing row fails.
      await this.tables.commit('Trainings', [{ kind: 'delete', partitionKey: trainingId, rowKey }]);
      return true;
    } catch (error) {
      if (isFailure(error, 'refused')) return false;
      throw error;
    }
  }

  /** The ids of the reminded people. */
  async marked(trainingId: string, occasion: Occasion): Promise<Set<string>> {
    const ids = new Set<string>();
    const prefix = keyOf(occasion, '');
    for await (const rowKey of rowKeysOf(this.tables, 'Trainings', trainingId, prefix)) {
      ids.add(rowKey.slice(prefix.length));
    }
    return ids;
  }
}

const keyOf = (occasion: Occasion, personId: string) => `reminder:${occasion}:${personId}`;
