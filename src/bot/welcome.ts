import type { Menu } from '../features/home/handlers/home-handler.js';
import type { Logger } from '../platform/log.js';
import type { Contacts } from '../platform/people/contacts.js';
import { textIn } from '../platform/text/catalogue.js';
import type { InboundActivity } from './activity.js';
import type { BotConnector } from './connector.js';

/** Greets once in each conversation, whichever of its events Teams sends, and in whatever order. */
export class Welcome {
  constructor(
    private readonly parts: { contacts: Contacts; connector: BotConnector; menu: Menu; log: Logger },
  ) {}

  /** Greets when the activity says that the bot has been installed or added; else does nothing. */
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
    const { serviceUrl, conversation, from } = inbound;
    const to = { serviceUrl, conversationId: conversation.id };
    if (conversation.conversationType !== 'personal') {
      await this.parts.connector.post(to, { text: textIn('es').chat.channelWelcome });
      return;
    }
    const personId = from.aadObjectId;
    if (personId === undefined) return;
    const known = await this.parts.contacts.find(personId);
    const language = known?.language ?? 'es';
    await this.parts.contacts.save({ personId, ...to, language });
    await this.parts.connector.post(to, {
      card: await this.parts.menu.welcome(personId, language),
      summary: textIn(language).chat.greeting(''),
    });
  }
}

function isArrival(inbound: InboundActivity): boolean {
  if (inbound.type === 'installationUpdate') return inbound.action?.startsWith('add') ?? false;
  const bot = inbound.recipient?.id;
  return bot !== undefined && (inbound.membersAdded ?? []).some((member) => member.id === bot);
}
