/** Says that a recognition did not arrive: to its sender, who may say it themselves, or to who wanted it published. */
import type { FeatureContext } from '../../../feature.js';
import { mayArriveLater } from '../../../platform/delivery/channel.js';
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { EFFECTS } from '../domain/effects.js';
import type { Sendings, StoredSending } from '../store/sendings.js';
import { textIn } from '../text/catalogue.js';
import type { Texts } from '../text/es.js';
import { revisionOf } from './posts.js';

export interface UndeliveredParts extends Pick<FeatureContext, 'notices' | 'names' | 'log'> {
  sendings: Sendings;
}

interface Lost {
  /** Who is told. */
  personId: string;
  words: (text: Texts['recognitions']) => string;
}

/** Called when the notice of an outbox row is given up; must be called again when it throws. */
export function onUndelivered({
  sendings,
  notices,
  names,
  log,
}: UndeliveredParts): (item: OutboxItem) => Promise<void> {
  return async (item) => {
    const ids = { sending: item.partitionKey, kind: item.kind };
    const stored = await sendings.load(item.partitionKey);
    const lost =
      stored &&
      (item.kind === EFFECTS.post
        ? lostPost(item, stored)
        : lostCard(item, stored, await names.of(item.target)));
    if (!lost) return;
    log.error(ids, 'a recognition did not arrive');
    if (lost.personId === '') return;
    await notices
      .tell(lost.personId, (language) => ({ text: lost.words(textIn(language).recognitions) }))
      .catch((err: unknown) => {
        if (isFailure(err, 'unavailable') || mayArriveLater(err)) throw err;
        log.error({ ...ids, err }, 'nobody was told of it');
      });
  };
}

function lostCard({ target }: OutboxItem, { recognitions }: StoredSending, who: string): Lost | undefined {
  const lost = recognitions.find(({ personId, state }) => personId === target && state === 'sent');
  return lost && { personId: lost.senderId, words: (text) => text.undelivered(who) };
}

function lostPost(item: OutboxItem, { recognitions }: StoredSending): Lost | undefined {
  const lost = recognitions.find(
    ({ revision, state }) => revision === revisionOf(item) && state === 'published',
  );
  return lost && { personId: lost.personId, words: (text) => text.unposted };
}
