/** Tells the operators that a notice of a commitment was lost, without its words. */
import type { FeatureContext } from '../../../feature.js';
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import { EFFECTS } from '../../cases/index.js';

/** Called when the notice of an outbox row is given up. */
export function onLost({
  tellOperators,
  log,
}: Pick<FeatureContext, 'tellOperators' | 'log'>): (item: OutboxItem) => Promise<void> {
  return async ({ kind, target, partitionKey }) => {
    if (kind !== EFFECTS.commitment) return;
    const ids = { case: partitionKey, person: target };
    log.error(ids, 'a notice of a commitment reached nobody');
    await tellOperators(({ chat }) => chat.untold.commitment).catch((err: unknown) =>
      log.error({ ...ids, err }, 'the operators were not told'),
    );
  };
}
