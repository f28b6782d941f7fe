/** From an authenticated activity to the answer: who, in which language, which handler, what goes back. */

import type { Clock } from '../platform/clock.js';
import { AppError, codeOf } from '../platform/errors.js';
import type { Logger } from '../platform/log.js';
import type { Contact, Contacts } from '../platform/people/contacts.js';
import type { KnownTeams } from '../platform/people/teams.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import { languageOf } from '../platform/text/language.js';
import { type Actor, type Message, type Reply, say, type Turn } from '../turn.js';
import { actionOf, dialogOf, type InboundActivity, textOf } from './activity.js';
import type { BotResponse } from './adapter.js';
import { filesOf } from './attachments.js';
import type { BotConnector } from './connector.js';
import { isInsider, type SeenActivities } from './gate.js';
import { isWordless, kindAnswer } from './kind-answers.js';
import { cardResponse, dialogResponse, dialogSentence, sentenceResponse } from './messages.js';
import type { Match, Router } from './router.js';
import type { Welcome } from './welcome.js';

/** An answer that takes longer shows that it is on its way. */
const TYPING_AFTER_MS = 700;
/** Teams waits 10 to 15 s for the answer of an invoke, and people less. */
const ANSWER_WITHIN_MS = 4_500;
const OK: BotResponse = { status: 200 };

export interface TurnParts {
  tenants: readonly string[];
  /** Whether this person is a guest of the tenant, as far as the directory can tell. */
  isGuest: (personId: string) => Promise<boolean>;
  router: Router;
  seen: SeenActivities;
  contacts: Contacts;
  teams: KnownTeams;
  connector: BotConnector;
  welcome: Welcome;
  clock: Clock;
  log: Logger;
}

export class Turns {
  constructor(private readonly parts: TurnParts) {}

  /** Never throws for what a handler does: the person reads a sentence, the log gets the error. */
  async handle(inbound: InboundActivity): Promise<BotResponse> {
    const isOurs = isInsider(inbound, this.parts.tenants);
    if (!isOurs || (await this.#isGuest(inbound))) return this.#refuse(inbound);
    await this.#noteTeam(inbound);
    switch (inbound.type) {
      case 'message':
        return this.#message(inbound);
      case 'invoke':
        return this.#invoke(inbound);
      case 'installationUpdate':
      case 'conversationUpdate':
        await this.parts.welcome.greet(inbound);
        return OK;
      default:
        return this.#other(inbound);
    }
  }

  async #message(inbound: InboundActivity): Promise<BotResponse> {
    const now = this.parts.clock();
    const actor = actorOf(inbound);
    if (!actor) return OK;
    if (!(await this.parts.seen.isNew(inbound))) return OK;
    const action = actionOf(inbound);
    const text = action ? '' : textOf(inbound);
    const language = await this.#meet(inbound, actor, text);
    const takesFiles = isPersonal(inbound) && filesOf(inbound).length > 0;
    const kind = action || takesFiles ? undefined : kindAnswer(inbound, text, language);
    if (kind !== undefined) await this.#post(inbound, { text: kind });
    if (kind !== undefined && isWordless(text)) return OK;
    const turn = toTurn(inbound, { actor, language, text, input: action?.input ?? {}, now });
    if (!takesFiles || action || !isWordless(text)) {
      const match = action ? this.parts.router.forVerb(action.verb) : this.parts.router.forText(text);
      await this.#send(inbound, await this.#withTyping(inbound, () => this.#run(turn, match)));
    }
    if (!takesFiles) return OK;
    // After the text, which may be what opens the report that the files belong to.
    const kept = await this.#withTyping(inbound, () => this.#run(turn, this.parts.router.forFiles()));
    return this.#send(inbound, kept);
  }

  async #invoke(inbound: InboundActivity): Promise<BotResponse> {
    const now = this.parts.clock();
    const actor = actorOf(inbound);
    if (!actor) return { status: 403 };
    const language = await this.#meet(inbound, actor, '');
    const dialog = dialogOf(inbound);
    const action = dialog ?? actionOf(inbound);
    if (!action) return unknownInvoke(inbound, language);
    const match = this.parts.router.forVerb(action.verb);
    const known = { actor, language, text: '', input: action.input, now };
    const turn = { ...toTurn(inbound, known), inDialog: dialog !== undefined };
    const reply = await this.#run(turn, match);
    return dialog ? this.#respondInDialog(inbound, reply) : this.#respond(inbound, reply);
  }

  async #isGuest({ from }: InboundActivity): Promise<boolean> {
    return from.aadObjectId !== undefined && this.parts.isGuest(from.aadObjectId);
  }

  /**
   * Edited messages and reactions: a kind word for the first, and for a reaction that is new. Only in personal chats: in
   * a channel everybody would read one for each like.
   */
  async #other(inbound: InboundActivity): Promise<BotResponse> {
    const actor = actorOf(inbound);
    if (!actor || !isPersonal(inbound) || !(await this.parts.seen.isNew(inbound))) return OK;
    const text = textIn(await this.#meet(inbound, actor, '')).chat;
    const edited = inbound.type === 'messageUpdate' && inbound.channelData?.eventType === 'editMessage';
    if (edited) return this.#post(inbound, { text: text.edited });
    const reacted = inbound.type === 'messageReaction' && (inbound.reactionsAdded?.length ?? 0) > 0;
    return reacted ? this.#post(inbound, { text: text.reaction }) : OK;
  }

  async #run(turn: Turn, match: Match | undefined): Promise<Reply> {
    const text = textIn(turn.language);
    if (!match) {
      this.parts.log.warn({ activity: turn.activityId }, 'unknown verb');
      return say(text.chat.unknownAction);
    }
    if (match.scope === 'personal' && turn.conversation.kind !== 'personal') {
      return say(text.chat.onlyInPrivate);
    }
    try {
      return await inTime(
        match.handle(turn),
        turn.now.getTime() + ANSWER_WITHIN_MS - this.parts.clock().getTime(),
      );
    } catch (error) {
      const code = codeOf(error);
      const ids = { route: match.name, activity: turn.activityId, actor: turn.actor.id, code };
      this.parts.log[code === 'unexpected' ? 'error' : 'warn']({ ...ids, err: error }, 'turn failed');
      return say(text.errors[code]);
    }
  }

  /** Notes where the person can be reached and which language they write, and returns the latter. */
  async #meet(inbound: InboundActivity, actor: Actor, text: string): Promise<Language> {
    const written = languageOf(text);
    try {
      const known = await this.parts.contacts.find(actor.id);
      const language = written ?? known?.language ?? 'es';
      if (isPersonal(inbound)) {
        const contact: Contact = {
          personId: actor.id,
          conversationId: inbound.conversation.id,
          serviceUrl: inbound.serviceUrl,
          language,
        };
        if (!isSame(known, contact)) await this.parts.contacts.save(contact);
      }
      return language;
    } catch (error) {
      this.parts.log.warn({ actor: actor.id, err: error }, 'contact not kept');
      return written ?? 'es';
    }
  }

  /** Remembers in which teams the bot is. */
  async #noteTeam(inbound: InboundActivity): Promise<void> {
    const team = inbound.channelData?.team;
    if (!team) return;
    const isGone = inbound.type === 'installationUpdate' && (inbound.action?.startsWith('remove') ?? false);
    try {
      if (isGone) await this.parts.teams.forget(team.id);
      else {
        const { serviceUrl } = inbound;
        await this.parts.teams.note({ teamId: team.id, name: team.name ?? '', serviceUrl });
      }
    } catch (error) {
      this.parts.log.warn({ activity: inbound.id, err: error }, 'team not noted');
    }
  }

  async #withTyping(inbound: InboundActivity, answer: () => Promise<Reply>): Promise<Reply> {
    const timer = setTimeout(() => {
      this.parts.connector
        .typing(addressOf(inbound))
        .catch((error: unknown) => this.parts.log.debug({ err: error }, 'typing not shown'));
    }, TYPING_AFTER_MS);
    try {
      return await answer();
    } finally {
      clearTimeout(timer);
    }
  }

  /** The answer to a message, or to an Action.Submit, which comes as one and names the card clicked. */
  async #send(inbound: InboundActivity, reply: Reply): Promise<BotResponse> {
    switch (reply.kind) {
      case 'nothing':
        return OK;
      case 'say':
        return this.#post(inbound, { text: reply.text });
      case 'append':
        return this.#post(inbound, reply.message);
      case 'show': {
        const clicked = actionOf(inbound) && inbound.replyToId;
        if (!clicked) return this.#post(inbound, reply.message);
        const isShared = inbound.conversation.conversationType !== 'personal';
        if (isShared && reply.aside !== undefined) return this.#post(inbound, { text: reply.aside });
        await this.parts.connector.update(addressOf(inbound), clicked, reply.message);
        return OK;
      }
    }
  }

  async #respond(inbound: InboundActivity, reply: Reply): Promise<BotResponse> {
    switch (reply.kind) {
      case 'nothing':
        return sentenceResponse('');
      case 'say':
        return sentenceResponse(reply.text);
      case 'append':
        await this.#post(inbound, reply.message);
        return sentenceResponse('');
      case 'show':
        return reply.message.card
          ? cardResponse(reply.message.card)
          : sentenceResponse(reply.message.text ?? '');
    }
  }

  /** An answer without anything to show closes the dialog. */
  async #respondInDialog(inbound: InboundActivity, reply: Reply): Promise<BotResponse> {
    switch (reply.kind) {
      case 'nothing':
        return { status: 200, body: {} };
      case 'say':
        return dialogSentence(reply.text);
      case 'append':
        await this.#post(inbound, reply.message);
        return { status: 200, body: {} };
      case 'show':
        return reply.message.card
          ? dialogResponse(reply.message.card, reply.message.summary ?? '')
          : dialogSentence(reply.message.text ?? '');
    }
  }

  async #post(inbound: InboundActivity, message: Message): Promise<BotResponse> {
    await this.parts.connector.post(addressOf(inbound), message);
    return OK;
  }

  /** Guests and people of other tenants; nothing about them is kept. */
  async #refuse(inbound: InboundActivity): Promise<BotResponse> {
    this.parts.log.warn({ activity: inbound.id, type: inbound.type }, 'outsider refused');
    const text = textIn(languageOf(inbound.text ?? '') ?? 'es').chat.outsider;
    if (inbound.type === 'message') return this.#post(inbound, { text });
    return inbound.type === 'invoke' ? sentenceResponse(text) : OK;
  }
}

/** What a handler does goes on after its time is up; each command can be given twice without harm. */
async function inTime(answer: Promise<Reply>, ms: number): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('too-slow')), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}

function toTurn(
  inbound: InboundActivity,
  known: Pick<Turn, 'actor' | 'language' | 'text' | 'input' | 'now'>,
): Turn {
  const { id, conversationType } = inbound.conversation;
  return {
    ...known,
    conversation: { id, kind: conversationType ?? 'groupChat' },
    serviceUrl: inbound.serviceUrl,
    activityId: inbound.id ?? '',
    files: filesOf(inbound),
    inDialog: false,
    cardMessageId: inbound.replyToId,
  };
}

function actorOf({ from }: InboundActivity): Actor | undefined {
  return from.aadObjectId === undefined ? undefined : { id: from.aadObjectId, name: from.name ?? '' };
}

function isPersonal({ conversation }: InboundActivity): boolean {
  return conversation.conversationType === 'personal';
}

function addressOf({ serviceUrl, conversation }: InboundActivity) {
  return { serviceUrl, conversationId: conversation.id };
}

function isSame(known: Contact | undefined, contact: Contact): boolean {
  return (
    known?.conversationId === contact.conversationId &&
    known.serviceUrl === contact.serviceUrl &&
    known.language === contact.language
  );
}

/** A dialog that this bot does not have shows the sentence; what else there may be is declined. */
function unknownInvoke(inbound: InboundActivity, language: Language): BotResponse {
  const value = textIn(language).chat.unknownAction;
  return inbound.name?.startsWith('task/')
    ? { status: 200, body: { task: { type: 'message', value } } }
    : { status: 501 };
}
