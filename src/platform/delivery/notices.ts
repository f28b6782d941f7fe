import { setTimeout as sleep } from 'node:timers/promises';
import type { Contact, Contacts } from '../people/contacts.js';
import type { Language } from '../text/catalogue.js';
import { type Address, type Channel, DeliveryError } from './channel.js';
import type { Message } from './message.js';
import type { RateLimiter } from './rates.js';

/** The message that holds somebody's card. */
export interface CardPlace extends Address {
  messageId: string;
}

export interface NoticeParts {
  contacts: Contacts;
  channel: Channel;
  rates: RateLimiter;
  /** For people who never wrote to the bot. */
  defaultServiceUrl: () => string;
}

/** Messages that the bot sends to people by itself, within the limits of Teams. Every method throws DeliveryError. */
export class Notices {
  constructor(private readonly parts: NoticeParts) {}

  /** Sends a message in the language that the person writes. */
  async tell(personId: string, render: (language: Language) => Message): Promise<void> {
    const to = await this.addressOf(personId);
    await this.post(to, render(to.language));
  }

  /** Where a person is reached; opens the chat where they never wrote. */
  async addressOf(personId: string): Promise<Contact> {
    const known = await this.parts.contacts.find(personId);
    if (known) return known;
    const serviceUrl = this.parts.defaultServiceUrl();
    const conversationId = await this.#open(personId, serviceUrl);
    const contact = { personId, conversationId, serviceUrl, language: 'es' as const };
    await this.parts.contacts.save(contact);
    return contact;
  }

  /** Posts a message. Where the person took the bot away and the channel can bring it back, it is tried once more. */
  async post(to: Contact, message: Message): Promise<CardPlace> {
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

  /** Puts a message in the place of an earlier one; false when that one is gone. */
  async update(place: CardPlace, message: Message): Promise<boolean> {
    try {
      await sleep(this.parts.rates.reserve(place.conversationId));
      await this.parts.channel.update(place, place.messageId, message);
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.failure === 'unreachable') return false;
      throw repeatable(error);
    }
  }

  /** The chat with a person is the same one however often it is opened. */
  async #open(personId: string, serviceUrl: string): Promise<string> {
    try {
      return await this.parts.channel.open(personId, serviceUrl);
    } catch (error) {
      throw repeatable(error);
    }
  }

  async #postInto({ serviceUrl, conversationId }: Address, message: Message): Promise<CardPlace> {
    const to = { serviceUrl, conversationId };
    await sleep(this.parts.rates.reserve(conversationId));
    return { ...to, messageId: await this.parts.channel.post(to, message) };
  }
}

/** The failure of what is idempotent: where it is in doubt whether it was done, it may be tried again. */
function repeatable(error: unknown): unknown {
  return error instanceof DeliveryError && error.failure === 'ambiguous'
    ? new DeliveryError('unavailable', undefined, { cause: error })
    : error;
}
