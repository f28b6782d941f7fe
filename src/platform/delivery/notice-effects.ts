/** The effects of an outbox that end in a message to a person. */
import { z } from 'zod';
import type { Row, TableName, Tables } from '../storage/tables.js';
import type { Language } from '../text/catalogue.js';
import type { EffectHandler } from './dispatcher.js';
import type { Message } from './message.js';
import type { CardPlace, Notices } from './notices.js';
import type { OutboxItem } from './outbox.js';

/** What a notice says, rendered when it is sent so that it tells how things stand; undefined: no longer needed. */
export type RenderNotice = (
  item: OutboxItem,
  language: Language,
  /** The person has a card of it already. */
  hasCard: boolean,
) => Promise<Message | undefined>;

const placeRow = z.object({ serviceUrl: z.string(), conversationId: z.string(), messageId: z.string() });

/** The row that remembers where a person's card of a partition is. */
export function toPlaceRow(partitionKey: string, personId: string, place: CardPlace): Row {
  return { partitionKey, rowKey: `card:${personId}`, ...place };
}

export class NoticeEffects {
  /** @param table where the outbox is; the places of cards lie beside it. */
  constructor(
    private readonly notices: Notices,
    private readonly tables: Tables,
    private readonly table: TableName,
  ) {}

  /** A card that is kept up to date in its place, and posted where the person has none yet. */
  card(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.notices.addressOf(item.target);
      const place = await this.#placeOf(item);
      const message = await render(item, to.language, place !== undefined);
      if (!message) return [];
      if (place && (await this.notices.update(place, message))) return [];
      return [toPlaceRow(item.partitionKey, item.target, await this.notices.post(to, message))];
    };
  }

  /** A message that is posted once. */
  announcement(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.notices.addressOf(item.target);
      const message = await render(item, to.language, false);
      if (message) await this.notices.post(to, message);
      return [];
    };
  }

  async #placeOf(item: OutboxItem): Promise<CardPlace | undefined> {
    const stored = await this.tables.get(this.table, item.partitionKey, `card:${item.target}`);
    return stored && placeRow.parse(stored.row);
  }
}
