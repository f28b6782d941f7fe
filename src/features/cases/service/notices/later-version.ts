/**
 * While a case has events of a later version of the bot, this version only shows it: what follows from those events,
 * and what is due, waits for an instance of that version.
 */
import { DeliveryError } from '../../../../platform/delivery/channel.js';
import type { OutboxItem } from '../../../../platform/delivery/outbox.js';
import type { Row } from '../../../../platform/storage/tables.js';
import type { CaseStore, StoredCase } from '../../store/case-store.js';

/** How long work waits for an instance of the later version. */
export const AWAIT_LATER_MS = 10 * 60_000;

/** Carries out an outbox row on its case; puts it off while the case is ahead of this version. */
export function unlessAhead(
  store: CaseStore,
  carryOut: (item: OutboxItem, loaded: StoredCase) => Promise<Row[]>,
): (item: OutboxItem) => Promise<Row[]> {
  return async (item) => {
    const loaded = await store.load(item.partitionKey);
    if (loaded?.isAhead) throw new DeliveryError('unavailable', AWAIT_LATER_MS);
    return loaded ? carryOut(item, loaded) : [];
  };
}
