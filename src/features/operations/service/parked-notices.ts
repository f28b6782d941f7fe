/** Counts the notices that were given up lately, in every outbox. */
import type { FeatureContext } from '../../../feature.js';
import { fromOutboxRow, OUTBOX_PREFIX } from '../../../platform/delivery/outbox.js';
import { rowsOf, type TableName } from '../../../platform/storage/tables.js';

/** Those given up before have been told to the team long ago. */
export const LATELY_DAYS = 7;

type CountingParts = Pick<FeatureContext, 'tables' | 'instances' | 'rounds' | 'clock'>;

export class ParkedNotices {
  /** @param outboxes the tables with an outbox. */
  constructor(
    private readonly parts: CountingParts,
    private readonly outboxes: readonly TableName[],
  ) {}

  /** Reads all outboxes, so one instance does it for all. */
  async count(): Promise<void> {
    const { instances, rounds } = this.parts;
    if (instances.ownerOf('parked notices') !== instances.me) return;
    let count = 0;
    for (const table of this.outboxes) count += await this.#in(table);
    await rounds.note('parked', count);
  }

  async #in(table: TableName): Promise<number> {
    const { tables, clock } = this.parts;
    const since = clock().getTime() - LATELY_DAYS * 86_400_000;
    let count = 0;
    const parked = { rowKeyPrefix: OUTBOX_PREFIX, where: { status: 'parked' } };
    for await (const partitionKey of tables.partitions(table, parked)) {
      for await (const { row, changedAt } of rowsOf(tables, table, partitionKey, OUTBOX_PREFIX)) {
        if (fromOutboxRow(row)?.status === 'parked' && Date.parse(changedAt) >= since) count += 1;
      }
    }
    return count;
  }
}
