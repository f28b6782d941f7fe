/**
 * Commands over the message box and in the menu of a message. They come from any chat, also from those where the bot is
 * not and between two people: what concerns people is answered in the dialog and in the own chat with the bot.
 */
import { DeliveryError } from '../platform/delivery/channel.js';
import type { Notices } from '../platform/delivery/notices.js';
import type { Logger } from '../platform/log.js';
import { textIn } from '../platform/text/catalogue.js';
import type { Actor, Reply } from '../turn.js';
import { type InboundActivity, isOfExtension } from './activity.js';
import type { BotResponse } from './adapter.js';
import { dialogSentence } from './messages.js';
import type { Replies } from './replies.js';
import type { Router } from './router.js';

export interface PrivateDialogParts {
  router: Pick<Router, 'forVerb'>;
  notices: Pick<Notices, 'addressOf'>;
  replies: Pick<Replies, 'answer'>;
  log: Logger;
}

export class PrivateDialogs {
  constructor(private readonly parts: PrivateDialogParts) {}

  /** Returns true for a command that must not be answered in the chat that it comes from. */
  takes(inbound: InboundActivity, verb: string): boolean {
    return isOfExtension(inbound) && this.parts.router.forVerb(verb)?.scope === 'personal';
  }

  /** @param run handles the activity as if it came from the own chat. */
  async answer(
    inbound: InboundActivity,
    actor: Actor,
    run: (there: InboundActivity) => Promise<Reply>,
  ): Promise<BotResponse> {
    const { notices, replies, log } = this.parts;
    let { chat } = textIn('es');
    try {
      const { conversationId: id, serviceUrl, language } = await notices.addressOf(actor.id);
      chat = textIn(language).chat;
      const conversation = { ...inbound.conversation, id, conversationType: 'personal' as const };
      const there = { ...inbound, conversation, serviceUrl, replyToId: undefined };
      const reply = await run(there);
      const response = await replies.answer(there, reply);
      return reply.kind === 'append' ? dialogSentence(chat.lookInPrivate) : response;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ activity: inbound.id, err: error }, 'no way into the private chat');
      return dialogSentence(chat.noPrivateChat);
    }
  }
}
