import { fromOutboxRow, OUTBOX_PREFIX, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { rowKeysOf, type Tables } from '../../../platform/storage/tables.js';
import type { Training } from '../domain/training.js';

/** The kind of the outbox rows of reminders that people ask for. */
export const REMINDER = 'training-reminder';

/** `open`: asks to register. `closed`: tells people that they are not on the list. */
type Occasion = Training['state'];

/**
 * Marks the people who have been reminded of a training: rows `reminder:…` in its partition. What people ask for
 * themselves is in its outbox.
 */
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

  /** Puts a reminder in the outbox; false if the person has asked before. */
  async ask(trainingId: string, personId: string, at: Date): Promise<boolean> {
    const effect = { kind: REMINDER, target: personId, urgent: false, notBefore: at.toISOString() };
    const [row] = toOutboxRows(trainingId, 0, [effect]);
    return row !== undefined && insertNew(this.tables, 'Trainings', { ...row, rowKey: askedKey(personId) });
  }

  /** Whether a reminder is in the outbox that has not gone out. */
  async isAwaited(trainingId: string, personId: string): Promise<boolean> {
    const stored = await this.tables.get('Trainings', trainingId, askedKey(personId));
    return stored !== undefined && fromOutboxRow(stored.row)?.status === 'pending';
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
const askedKey = (personId: string) => `${OUTBOX_PREFIX}reminder:${personId}`;
