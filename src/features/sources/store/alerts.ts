import { OUTBOX_PREFIX, toOutboxRows } from '../../../platform/delivery/outbox.js';
import type { Person } from '../../../platform/people/person.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import type { Tables } from '../../../platform/storage/tables.js';

/** The kind of the outbox rows that tell somebody of the team of rows that cannot wait. */
export const ALERT = 'sources.alert';
/** Their partition in the table `Sources`. */
export const ALERTS = 'alerts';

export class Alerts {
  constructor(private readonly tables: Tables) {}

  /** Puts a notice for each into the outbox, once for each file. */
  async add(fileId: string, team: readonly Pick<Person, 'id'>[]): Promise<void> {
    for (const { id } of team) {
      const [row] = toOutboxRows(ALERTS, 0, [{ kind: ALERT, target: id, urgent: true }]);
      if (row) await insertNew(this.tables, 'Sources', { ...row, rowKey: `${OUTBOX_PREFIX}${fileId}:${id}` });
    }
  }
}
