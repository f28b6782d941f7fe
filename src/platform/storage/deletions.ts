/** Records deletions in the table `Deletions`: which case, by which rule, when. Nothing about people. */
import type { Clock } from '../clock.js';
import { insertNew } from './conditional.js';
import type { Tables } from './tables.js';

export class Deletions {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  /** Idempotent: a resumed deletion keeps the date of its beginning. */
  async record({ kind, number, rule }: { kind: string; number: string; rule: string }): Promise<void> {
    const row = { partitionKey: kind, rowKey: number, number, kind, rule, at: this.clock().toISOString() };
    await insertNew(this.tables, 'Deletions', row);
  }
}
