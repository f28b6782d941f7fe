import type { Contact, Contacts } from '../people/contacts.js';
import type { Language } from '../text/catalogue.js';
import { type Address, type Channel, DeliveryError } from './channel.js';
import type { Message } from './message.js';

/** The message that holds a person's card. */
export interface CardPlace extends Address {
  messageId: string;
}

export interface NoticeParts {
  contacts: Contacts;
  channel: Channel;
  /** For people who have never written to the bot. */
  defaultServiceUrl: () => string;
}

/** Sends proactive messages. Every method throws DeliveryError. */
export class Notices {
  constructor(private readonly parts: NoticeParts) {}

  /** Sends a message in the person's language. */
  async tell(personId: string, render: (language: Language) => Message): Promise<void> {
    const to = await this.addressOf(personId);
    await this.post(to, render(to.language));
  }

  /** Returns a person's conversation; opens it when they have never written to the bot. */
  async addressOf(personId: string): Promise<Contact> {
    const known = await this.parts.contacts.find(personId);
    if (known) return known;
    const serviceUrl = this.parts.defaultServiceUrl();
    const conversationId = await this.#open(personId, serviceUrl);
    const contact = { personId, conversationId, serviceUrl, language: 'es' as const };
    await this.parts.contacts.save(contact);
    return contact;
  }

  /**
   * Posts a message. If the person now writes from another conversation, or has uninstalled the bot and the channel can
   * reinstall it, posts once more.
   */
  async post(to: Contact, message: Message): Promise<CardPlace> {
    try {
      return await this.#postInto(to, message);
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.failure !== 'unreachable') throw error;
      const again = await this.#otherWayTo(to);
      if (!again) throw error;
      return this.#postInto(again, message);
    }
  }

  /** Replaces an earlier message; returns false when that message is gone. */
  async update(place: CardPlace, message: Message): Promise<boolean> {
    try {
      await this.parts.channel.update(place, place.messageId, message);
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.failure === 'unreachable') return false;
      throw repeatable(error);
    }
  }

  /** Idempotent: there is only one chat with each person. */
  async #open(personId: string, serviceUrl: string): Promise<string> {
    try {
      return await this.parts.channel.open(personId, serviceUrl);
    } catch (error) {
      throw repeatable(error);
    }
  }

  /** Undefined if there is none. */
  async #otherWayTo(to: Contact): Promise<Contact | undefined> {
    const { channel, contacts } = this.parts;
    const now = await contacts.findNow(to.personId);
    if (now && now.conversationId !== to.conversationId) return now;
    if (!channel.reopen) return undefined;
    const reopened = { ...to, conversationId: await channel.reopen(to.personId) };
    await contacts.save(reopened);
    return reopened;
  }

  async #postInto({ serviceUrl, conversationId }: Address, message: Message): Promise<CardPlace> {
    const to = { serviceUrl, conversationId };
    return { ...to, messageId: await this.parts.channel.post(to, message) };
  }
}

/** Makes an ambiguous failure retryable; only for what may happen twice. */
export function repeatable(error: unknown): unknown {
  return error instanceof DeliveryError && error.failure === 'ambiguous'
    ? new DeliveryError('unavailable', undefined, { cause: error })
    : error;
}
