/** The posts in channels: one for each recognition that its person agreed to publish, deleted when it is taken away. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { repeatable } from '../../../platform/delivery/notices.js';
import type { OutboxItem } from '../../../platform/delivery/outbox.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import type { Sendings } from '../store/sendings.js';
import { textIn } from '../text/catalogue.js';

const TABLE = 'Recognitions';
/** Where the post of a person's recognition is. */
const postRow = z.object({ serviceUrl: z.string(), conversationId: z.string(), messageId: z.string() });

export interface PostParts extends Pick<FeatureContext, 'tables' | 'channel'> {
  sendings: Sendings;
  cards: RecognitionCards;
}

/** The revision that a row of the outbox follows from: `outbox:000002:001` belongs to revision 2. */
export const revisionOf = ({ rowKey }: Pick<OutboxItem, 'rowKey'>): number => Number(rowKey.split(':')[1]);

/** Posts or deletes what changed with the revision of the row; channels are written to in Spanish. */
export function keepPosted({ sendings, tables, channel, cards }: PostParts): EffectHandler {
  return async (item) => {
    const { partitionKey } = item;
    const revision = revisionOf(item);
    const stored = await sendings.load(partitionKey);
    const recognition = stored?.recognitions.find((one) => one.revision === revision);
    if (!recognition?.place) return [];
    const key = { partitionKey, rowKey: `post:${recognition.personId}` };
    const posted = await tables.get(TABLE, key.partitionKey, key.rowKey);
    const place = posted && postRow.parse(posted.row);
    if (recognition.state === 'published' && !place) {
      const { serviceUrl, conversationId } = recognition.place;
      const card = await cards.post(recognition, 'es');
      const message = { card, summary: textIn('es').recognitions.summary.post };
      const messageId = await channel.post({ serviceUrl, conversationId }, message);
      return [{ ...key, serviceUrl, conversationId, messageId }];
    }
    if (recognition.state === 'removed' && place) {
      await channel.remove(place, place.messageId).catch((error: unknown) => {
        // A message is deleted once, however often it is tried.
        throw repeatable(error);
      });
    }
    return [];
  };
}
