/** Sends every reply back to Teams, for all kinds of requests. */
import type { Message } from '../platform/delivery/message.js';
import type { Reply } from '../turn.js';
import { actionOf, dialogOf, type InboundActivity } from './activity.js';
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

export class Replies {
  constructor(private readonly sender: Pick<ReplySender, 'send' | 'typing'>) {}

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
      case 'show':
        return this.#show(inbound, way, reply);
    }
  }

  async post(inbound: InboundActivity, message: Message): Promise<void> {
    await this.sender.send({ to: addressOf(inbound), message, replaces: '' }, inbound.receivedAt);
  }

  /** Shows the typing indicator. */
  async typing(inbound: InboundActivity): Promise<void> {
    await this.sender.typing(addressOf(inbound));
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
    else await this.sender.send({ to: addressOf(inbound), message, replaces: clicked }, inbound.receivedAt);
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
