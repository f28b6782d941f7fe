/** A deadline runs for somebody who knows of the case. While the bot or storage was down, nobody could be told. */
import type { FeatureContext } from '../../../../feature.js';
import { fromOutboxRow, OUTBOX_PREFIX } from '../../../../platform/delivery/outbox.js';
import { rowsOf } from '../../../../platform/storage/tables.js';
import type { Case } from '../../domain/case.js';
import { EFFECTS } from '../../domain/effects.js';

/** The notice did not get as far as a chat, of whose owner one could say that they cannot be reached. */
const NEVER_LEFT: readonly string[] = ['', 'unavailable'];

/** Whether the case of an overdue assignee waits in the outbox, and nothing of it has left for them. */
export async function isUntold(
  tables: FeatureContext['tables'],
  { id, assignee }: Pick<Case, 'id' | 'assignee'>,
): Promise<boolean> {
  if (assignee.kind !== 'person') return false;
  let isWaiting = false;
  for await (const { row } of rowsOf(tables, 'Cases', id, OUTBOX_PREFIX)) {
    const item = fromOutboxRow(row);
    if (item?.kind !== EFFECTS.card || item.target !== assignee.id) continue;
    if (item.status !== 'pending' || !NEVER_LEFT.includes(item.failure)) return false;
    isWaiting = true;
  }
  return isWaiting;
}
