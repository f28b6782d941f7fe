import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Message } from '../../turn.js';
import type { Contact, Contacts } from '../people/contacts.js';
import type { Row, Tables } from '../storage/tables.js';
import type { Language } from '../text/catalogue.js';
import { type Address, type Channel, DeliveryError } from './channel.js';
import type { EffectHandler } from './dispatcher.js';
import type { OutboxItem } from './outbox.js';
import type { RateLimiter } from './rates.js';

/** What a notice says, made when it is sent so that it tells how things stand; undefined: no longer needed. */
export type RenderNotice = (
  item: OutboxItem,
  language: Language,
  /** Whether the person has a card of it already. */
  hasCard: boolean,
) => Promise<Message | undefined>;

/** The message that holds somebody's card of a case. */
export interface CardPlace extends Address {
  messageId: string;
}

const placeRow = z.object({ serviceUrl: z.string(), conversationId: z.string(), messageId: z.string() });

/** The row that remembers where a person's card of a partition is. */
export function toPlaceRow(partitionKey: string, personId: string, place: CardPlace): Row {
  return { partitionKey, rowKey: `card:${personId}`, ...place };
}

/** The effects that end in a message to a person. */
export class Notices {
  constructor(
    private readonly parts: {
      tables: Tables;
      contacts: Contacts;
      channel: Channel;
      rates: RateLimiter;
      /** For people who never wrote to the bot. */
      defaultServiceUrl: () => string;
    },
  ) {}

  /** A card that is kept up to date in its place, and posted where the person has none yet. */
  card(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.#addressOf(item.target);
      const place = await this.#placeOf(item);
      const message = await render(item, to.language, place !== undefined);
      if (!message) return [];
      if (place && (await this.#update(place, message))) return [];
      return [toPlaceRow(item.partitionKey, item.target, await this.#post(to, message))];
    };
  }

  /** A message that is posted once. */
  announcement(render: RenderNotice): EffectHandler {
    return async (item) => {
      const to = await this.#addressOf(item.target);
      const message = await render(item, to.language, false);
      if (message) await this.#post(to, message);
      return [];
    };
  }

  /** Tells a person something by itself, outside of any outbox, in the language that they write. Throws DeliveryError. */
  async tell(personId: string, render: (language: Language) => Message): Promise<void> {
    const to = await this.#addressOf(personId);
    await this.#post(to, render(to.language));
  }

  /** False when the message to be updated is gone. */
  async #update(place: CardPlace, message: Message): Promise<boolean> {
    try {
      await sleep(this.parts.rates.reserve(place.conversationId));
      await this.parts.channel.update(place, place.messageId, message);
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.failure === 'unreachable') return false;
      // The same edit twice is one edit.
      throw repeatable(error);
    }
  }

  /** The chat with a person, which is the same one however often it is opened. */
  async #open(personId: string, serviceUrl: string): Promise<string> {
    try {
      return await this.parts.channel.open(personId, serviceUrl);
    } catch (error) {
      throw repeatable(error);
    }
  }

  /** Whoever took the bot away gets it again where the channel can do that, once for each message. */
  async #post(to: Contact, message: Message): Promise<CardPlace> {
    const { channel, contacts } = this.parts;
    try {
      return await this.#postInto(to, message);
    } catch (error) {
      if (!channel.reopen || !(error instanceof DeliveryError) || error.failure !== 'unreachable')
        throw error;
      const again = { ...to, conversationId: await channel.reopen(to.personId) };
      await contacts.save(again);
      return this.#postInto(again, message);
    }
  }

  async #postInto({ serviceUrl, conversationId }: Address, message: Message): Promise<CardPlace> {
    const to = { serviceUrl, conversationId };
    await sleep(this.parts.rates.reserve(conversationId));
    return { ...to, messageId: await this.parts.channel.post(to, message) };
  }

  async #placeOf(item: OutboxItem): Promise<CardPlace | undefined> {
    const stored = await this.parts.tables.get('Cases', item.partitionKey, `card:${item.target}`);
    return stored && placeRow.parse(stored.row);
  }

  async #addressOf(personId: string): Promise<Contact> {
    const known = await this.parts.contacts.find(personId);
    if (known) return known;
    const serviceUrl = this.parts.defaultServiceUrl();
    const conversationId = await this.#open(personId, serviceUrl);
    const contact = { personId, conversationId, serviceUrl, language: 'es' as const };
    await this.parts.contacts.save(contact);
    return contact;
  }
}

/** The failure of what may be done twice: where it is in doubt whether it was done, it may be tried again. */
function repeatable(error: unknown): unknown {
  return error instanceof DeliveryError && error.failure === 'ambiguous'
    ? new DeliveryError('unavailable', undefined, { cause: error })
    : error;
}
