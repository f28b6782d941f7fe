/** Deletes rows that nobody has decided on within the retention, and what is kept of files and notices. */
import type { Deletions } from '../../../platform/storage/deletions.js';
import { removeRows } from '../../../platform/storage/removal.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { CHANNELS } from '../domain/arrived.js';
import { emptied } from '../domain/source-row.js';
import type { SourceRows } from '../store/source-rows.js';
import type { Intake } from './receiving.js';

interface ExpiryParts {
  tables: Tables;
  rows: SourceRows;
  deletions: Pick<Deletions, 'record'>;
  intake: Pick<Intake, 'forget'>;
}

export class SourceExpiry implements Sweep {
  readonly kind = 'sources';

  constructor(private readonly parts: ExpiryParts) {}

  /** Of a row, its id stays, so that it is not taken in again. */
  async run(before: Date, most: number, rule: string): Promise<number> {
    const { rows, deletions, intake } = this.parts;
    let count = 0;
    for await (const stored of rows.waitingSince(before)) {
      if (count === most) return count;
      await deletions.record({ kind: 'source', number: stored.row.id, rule });
      await intake.forget(stored.row.becomes);
      await rows.change(stored, { ...emptied(stored.row), state: 'expired' });
      count += 1;
    }
    return count + (await this.#removeOld(before.toISOString(), most - count));
  }

  /** Files and notices whose rows were all written before. */
  async #removeOld(before: string, most: number): Promise<number> {
    const { tables } = this.parts;
    let count = 0;
    for await (const partition of tables.partitions('Sources')) {
      if (count >= most) return most;
      if (CHANNELS.some((channel) => channel === partition)) continue;
      const rows: Row[] = [];
      for await (const { row, changedAt } of rowsOf(tables, 'Sources', partition))
        if (changedAt < before) rows.push(row);
      await removeRows(tables, 'Sources', rows);
      count += rows.length;
    }
    return Math.min(count, most);
  }
}
