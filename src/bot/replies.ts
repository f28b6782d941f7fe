/** Sends every reply back to Teams, for all kinds of requests. */
import { DeliveryError } from '../platform/delivery/channel.js';
import type { Message } from '../platform/delivery/message.js';
import type { Logger } from '../platform/log.js';
import type { Reply } from '../turn.js';
import { actionOf, dialogOf, type InboundActivity, isPersonal } from './activity.js';
import type { BotResponse } from './adapter.js';
import { cardResponse, dialogResponse, dialogSentence, sentenceResponse } from './messages.js';
import type { ReplySender } from './reply-sender.js';

/**
 * The kind of request, which decides how the answer is sent: a message and an Action.Submit (`click`) get a
 * new message; an Action.Execute (`invoke`) and a dialog get it in the HTTP response.
 */
type Way = 'message' | 'click' | 'invoke' | 'dialog';

const OK: BotResponse = { status: 200 };
/** The response that shows nothing new; it closes a dialog. */
const SILENT: Readonly<Record<Way, BotResponse>> = {
  message: OK,
  click: OK,
  invoke: sentenceResponse(''),
  dialog: { status: 200, body: {} },
};

export interface ReplyParts {
  sender: Pick<ReplySender, 'send' | 'typing'>;
  /** Throws DeliveryError. */
  tellPrivately: (personId: string, message: Message) => Promise<void>;
  log: Logger;
}

export class Replies {
  constructor(private readonly parts: ReplyParts) {}

  async answer(inbound: InboundActivity, reply: Reply): Promise<BotResponse> {
    const way = wayOf(inbound);
    switch (reply.kind) {
      case 'nothing':
        return SILENT[way];
      case 'say':
        return this.#say(inbound, way, reply.text);
      case 'append':
        await this.post(inbound, reply.message);
        return SILENT[way];
      case 'targeted':
        await this.#target(inbound, reply);
        return SILENT[way];
      case 'show':
        return this.#show(inbound, way, reply);
    }
  }

  async post(inbound: InboundActivity, message: Message): Promise<void> {
    // An answer is seen by those who see the question.
    if (inbound.recipient?.isTargeted) return this.#target(inbound, { message, otherwise: 'private' });
    return this.#send(inbound, message);
  }

  async #send(inbound: InboundActivity, message: Message): Promise<void> {
    await this.parts.sender.send({ to: addressOf(inbound), message, replaces: '' }, inbound.receivedAt);
  }

  async #target(
    inbound: InboundActivity,
    { message, otherwise }: Omit<Extract<Reply, { kind: 'targeted' }>, 'kind'>,
  ): Promise<void> {
    const { sender, tellPrivately, log } = this.parts;
    const { from } = inbound;
    if (isPersonal(inbound)) return this.#send(inbound, message);
    try {
      const onlyFor = { id: from.id, name: from.name };
      return await sender.send(
        { to: addressOf(inbound), message, replaces: '', onlyFor },
        inbound.receivedAt,
      );
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ activity: inbound.id, err: error }, 'no message for one person in this chat');
    }
    if (otherwise === 'here') return this.#send(inbound, message);
    if (otherwise === 'private' && from.aadObjectId) await tellPrivately(from.aadObjectId, message);
  }

  /** Shows the typing indicator, which everybody sees. */
  async typing(inbound: InboundActivity): Promise<void> {
    if (inbound.recipient?.isTargeted) return;
    await this.parts.sender.typing(addressOf(inbound));
  }

  async #say(inbound: InboundActivity, way: Way, text: string): Promise<BotResponse> {
    if (way === 'invoke') return sentenceResponse(text);
    if (way === 'dialog') return dialogSentence(text);
    await this.post(inbound, { text });
    return OK;
  }

  async #show(
    inbound: InboundActivity,
    way: Way,
    { message, aside }: Extract<Reply, { kind: 'show' }>,
  ): Promise<BotResponse> {
    const { card, summary = '', text = '' } = message;
    if (way === 'invoke' || way === 'dialog') {
      if (!card) return this.#say(inbound, way, text);
      return way === 'invoke' ? cardResponse(card) : dialogResponse(card, summary);
    }
    const clicked = way === 'click' ? inbound.replyToId : undefined;
    const isShared = inbound.conversation.conversationType !== 'personal';
    if (clicked === undefined) await this.post(inbound, message);
    else if (isShared && aside !== undefined) await this.post(inbound, { text: aside });
    else
      await this.parts.sender.send(
        { to: addressOf(inbound), message, replaces: clicked },
        inbound.receivedAt,
      );
    return OK;
  }
}

function wayOf(inbound: InboundActivity): Way {
  if (inbound.type === 'invoke') return dialogOf(inbound) ? 'dialog' : 'invoke';
  return actionOf(inbound) ? 'click' : 'message';
}

function addressOf({ serviceUrl, conversation }: InboundActivity) {
  return { serviceUrl, conversationId: conversation.id };
}
