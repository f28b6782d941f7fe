/** Finds notices that have waited too long: their queue message and process are gone. */
import type { Clock } from '../clock.js';
import { rowsOf, type TableName, type Tables } from '../storage/tables.js';
import { fromOutboxRow, OUTBOX_PREFIX } from './outbox.js';

/** Longer than any pause between two tries of a notice. Where clocks differ by more, a dispatch is queued in vain. */
const LOST_AFTER_MS = 10 * 60_000;

/** The partitions of a table with such a notice. Reads the whole table: for audits. */
export async function* partitionsWithLost(
  { tables, clock }: { tables: Tables; clock: Clock },
  table: TableName,
): AsyncGenerator<string> {
  const pending = { rowKeyPrefix: OUTBOX_PREFIX, where: { status: 'pending' } };
  for await (const partitionKey of tables.partitions(table, pending)) {
    const touchedBefore = clock().getTime() - LOST_AFTER_MS;
    for await (const { row, changedAt } of rowsOf(tables, table, partitionKey, OUTBOX_PREFIX)) {
      const isPending = fromOutboxRow(row)?.status === 'pending';
      if (!isPending || Date.parse(changedAt) >= touchedBefore) continue;
      yield partitionKey;
      break;
    }
  }
}
