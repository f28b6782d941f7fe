import type { Message } from '../platform/delivery/message.js';
import type { Logger } from '../platform/log.js';
import type { Contacts } from '../platform/people/contacts.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import { type InboundActivity, isPersonal } from './activity.js';
import type { Replies } from './replies.js';

export interface WelcomeParts {
  contacts: Contacts;
  replies: Replies;
  /** Builds the first message that a person reads. */
  welcome: (personId: string, language: Language) => Promise<Message>;
  /** A sentence with the button that opens the chat with the bot. */
  privately: (text: string, language: Language) => Message;
  log: Logger;
}

/** Greets once in each conversation, even when Teams sends several events for it, in any order. */
export class Welcome {
  constructor(private readonly parts: WelcomeParts) {}

  /** Greets when the activity says that the bot has been installed or added. */
  async greet(inbound: InboundActivity): Promise<void> {
    if (!isArrival(inbound)) return;
    try {
      if (!(await this.parts.contacts.markWelcomed(inbound.conversation.id))) return;
      await this.#greet(inbound);
    } catch (error) {
      this.parts.log.warn({ activity: inbound.id, err: error }, 'not greeted');
    }
  }

  async #greet(inbound: InboundActivity): Promise<void> {
    const { contacts, replies, welcome } = this.parts;
    if (!isPersonal(inbound)) {
      const { channelWelcome } = textIn('es').chat;
      return replies.post(inbound, this.parts.privately(channelWelcome, 'es'));
    }
    const personId = inbound.from.aadObjectId;
    if (personId === undefined) return;
    const { serviceUrl, conversation } = inbound;
    const known = await contacts.find(personId);
    const language = known?.language ?? 'es';
    await contacts.save({ personId, serviceUrl, conversationId: conversation.id, language });
    await replies.post(inbound, await welcome(personId, language));
  }
}

function isArrival(inbound: InboundActivity): boolean {
  if (inbound.type === 'installationUpdate') return inbound.action?.startsWith('add') ?? false;
  const bot = inbound.recipient?.id;
  return bot !== undefined && (inbound.membersAdded ?? []).some((member) => member.id === bot);
}
