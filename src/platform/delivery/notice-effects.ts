/** Outbox effects that send a message to a person. */
import { z } from 'zod';
import type { Contact } from '../people/contacts.js';
import type { Row, TableName, Tables } from '../storage/tables.js';
import type { Language } from '../text/catalogue.js';
import type { EffectHandler } from './carrier.js';
import type { Message } from './message.js';
import { type CardPlace, type Notices, repeatable } from './notices.js';
import type { OutboxItem } from './outbox.js';

/**
 * Renders a notice at the moment of sending, so that it shows the current state; undefined when it is no
 * longer needed.
 */
export type RenderNotice = (
  item: OutboxItem,
  language: Language,
  /** Tells whether the person already has a card for it. */
  hasCard: boolean,
) => Promise<Message | undefined>;

const placeRow = z.object({ serviceUrl: z.string(), conversationId: z.string(), messageId: z.string() });

/** Builds the row that stores where a person's card of a partition is. */
export function toPlaceRow(partitionKey: string, personId: string, place: CardPlace): Row {
  return { partitionKey, rowKey: `card:${personId}`, ...place };
}

export class NoticeEffects {
  /** @param table the table of the outbox, which also stores the places of cards. */
  constructor(
    private readonly notices: Notices,
    private readonly tables: Tables,
    private readonly table: TableName,
  ) {}

  /**
   * Updates the person's card, or posts it when they have none yet. A first card that may have arrived is posted again:
   * two are better than none.
   */
  card(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.notices.addressOf(item.target);
      const place = await this.#placeOf(item);
      const message = await render(item, to.language, place !== undefined);
      if (!message) return [];
      if (place && (await this.notices.update(place, message))) return [];
      return [toPlaceRow(item.partitionKey, item.target, await this.#postFirst(to, message))];
    };
  }

  /** Posts a message once. */
  announcement(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.notices.addressOf(item.target);
      const message = await render(item, to.language, false);
      if (message) await this.notices.post(to, message);
      return [];
    };
  }

  async #postFirst(to: Contact, message: Message): Promise<CardPlace> {
    try {
      return await this.notices.post(to, message);
    } catch (error) {
      throw repeatable(error);
    }
  }

  async #placeOf(item: OutboxItem): Promise<CardPlace | undefined> {
    const stored = await this.tables.get(this.table, item.partitionKey, `card:${item.target}`);
    return stored && placeRow.parse(stored.row);
  }
}
