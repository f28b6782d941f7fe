/** Turns an authenticated activity into an answer, in this order: the person, the handler, the reply. */
import type { Clock } from '../platform/clock.js';
import type { Message } from '../platform/delivery/message.js';
import { AppError, codeOf } from '../platform/errors.js';
import type { Logger } from '../platform/log.js';
import { type Directory, type Person, stranger } from '../platform/people/person.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import { languageOf } from '../platform/text/language.js';
import type { Allowance, TokenBuckets } from '../platform/token-buckets.js';
import { type Actor, type MeetingListener, type Reply, say, type Turn } from '../turn.js';
import type { Acquaintance } from './acquaintance.js';
import {
  actionOf,
  actorOf,
  dialogOf,
  type InboundActivity,
  isPersonal,
  opinionOf,
  textOf,
} from './activity.js';
import type { BotResponse } from './adapter.js';
import { filesOf } from './attachments.js';
import { isInsider } from './gate.js';
import { isWordless, kindAnswer } from './kind-answers.js';
import type { Listening } from './listening.js';
import { meetingChangeIn } from './meeting-events.js';
import { searchSentence } from './messages.js';
import type { PrivateDialogs } from './private-dialogs.js';
import { type Queries, queryOf } from './queries.js';
import { quotedIn } from './quoted.js';
import type { Replies } from './replies.js';
import { ANSWER_WITHIN_MS } from './reply-sender.js';
import type { Match, Router } from './router.js';
import type { Welcome } from './welcome.js';

/** Slower answers show the typing indicator. */
const TYPING_AFTER_MS = 700;
/** Far more clicks than hands or refreshing cards make; stops a program that tries ids. */
export const CLICK_ALLOWANCE: Allowance = { burst: 120, everyMs: 500 };
const OK: BotResponse = { status: 200 };

export interface TurnParts {
  tenants: readonly string[];
  isGuest: (personId: string) => Promise<boolean>;
  actors: Directory;
  recentActors: Directory;
  router: Router;
  listening: Pick<Listening, 'answer'>;
  acquaintance: Acquaintance;
  /** Limits the clicks of each person; what they write is always answered. */
  clicks: TokenBuckets;
  replies: Replies;
  privateDialogs: PrivateDialogs;
  queries: Queries;
  meetings: readonly MeetingListener[];
  welcome: Welcome;
  /** A sentence with the button that opens the chat. */
  privately: (text: string, language: Language) => Message;
  clock: Clock;
  log: Logger;
}

export class Turns {
  readonly #text: Match;

  constructor(private readonly parts: TurnParts) {
    this.#text = { name: 'text', scope: 'anywhere', handle: (turn) => parts.listening.answer(turn) };
  }

  /** Never throws when a handler fails: the person reads a sentence, and the log gets the error. */
  async handle(inbound: InboundActivity): Promise<BotResponse> {
    this.parts.log.info({ activity: inbound.id, type: inbound.type }, 'activity taken');
    const { tenants, clock, meetings } = this.parts;
    const isOurs = isInsider(inbound, tenants);
    const change = isOurs ? meetingChangeIn(inbound, tenants, clock()) : undefined;
    if (change) {
      for (const hear of meetings) await hear(change);
      return OK;
    }
    if (!isOurs || (await this.#isGuest(inbound))) return this.#refuse(inbound);
    await this.parts.acquaintance.noteTeam(inbound);
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
    const { clock, acquaintance, router, replies } = this.parts;
    const now = clock();
    const actor = actorOf(inbound);
    if (!actor) return OK;
    const action = actionOf(inbound);
    const text = action ? '' : textOf(inbound);
    const language = await acquaintance.meet(inbound, actor, text);
    const takesFiles = isPersonal(inbound) && filesOf(inbound).length > 0;
    const kind = action || takesFiles ? undefined : kindAnswer(inbound, text, language);
    if (kind !== undefined) await replies.post(inbound, { text: kind });
    if (kind !== undefined && isWordless(text)) return OK;
    const turn = this.#turnOf(inbound, { actor, language, text, input: action?.input ?? {}, now });
    if (!takesFiles || action || !isWordless(text)) {
      const run = () => (action ? this.#click(turn, action.verb) : this.#run(turn, this.#text));
      await replies.answer(inbound, await this.#withTyping(inbound, run));
    }
    if (!takesFiles) return OK;
    // Files come after the text, because the text may open the report that they belong to.
    const kept = await this.#withTyping(inbound, () => this.#run(turn, router.forFiles()));
    return replies.answer(inbound, kept);
  }

  async #invoke(inbound: InboundActivity): Promise<BotResponse> {
    const now = this.parts.clock();
    const actor = actorOf(inbound);
    if (!actor) return { status: 403 };
    const language = await this.parts.acquaintance.meet(inbound, actor, '');
    const query = queryOf(inbound);
    if (query) return this.#search(query, actor, language);
    const action = dialogOf(inbound) ?? opinionOf(inbound) ?? actionOf(inbound);
    if (!action) return { status: 501 };
    const { verb, input } = action;
    const run = (here: InboundActivity) =>
      this.#click(this.#turnOf(here, { actor, language, text: '', input, now }), verb);
    const { privateDialogs, replies } = this.parts;
    if (privateDialogs.takes(inbound, verb)) return privateDialogs.answer(inbound, actor, run);
    return replies.answer(inbound, await run(inbound));
  }

  #search(query: NonNullable<ReturnType<typeof queryOf>>, actor: Actor, language: Language): BotResponse {
    const { clicks, queries } = this.parts;
    const isTooFast = clicks.take(actor.id) !== 0;
    return isTooFast ? searchSentence(textIn(language).chat.tooFast) : queries.answer(query, language);
  }

  async #isGuest({ from }: InboundActivity): Promise<boolean> {
    return from.aadObjectId !== undefined && this.parts.isGuest(from.aadObjectId);
  }

  /**
   * Answers an edited message or a new reaction with a kind word. Only in personal chats: in a channel,
   * everybody would read an answer to each like.
   */
  async #other(inbound: InboundActivity): Promise<BotResponse> {
    const actor = actorOf(inbound);
    if (!actor || !isPersonal(inbound)) return OK;
    const text = textIn(await this.parts.acquaintance.meet(inbound, actor, '')).chat;
    const isEdited = inbound.type === 'messageUpdate' && inbound.channelData?.eventType === 'editMessage';
    const isReaction = inbound.type === 'messageReaction' && (inbound.reactionsAdded?.length ?? 0) > 0;
    if (isEdited) await this.parts.replies.post(inbound, { text: text.edited });
    else if (isReaction) await this.parts.replies.post(inbound, { text: text.reaction });
    return OK;
  }

  async #click(turn: Turn, verb: string): Promise<Reply> {
    if (this.parts.clicks.take(turn.actor.id) === 0) return this.#run(turn, this.parts.router.forVerb(verb));
    this.parts.log.warn({ activity: turn.activityId, actor: turn.actor.id }, 'too many clicks');
    return say(textIn(turn.language).chat.tooFast);
  }

  async #run(turn: Turn, match: Match | undefined): Promise<Reply> {
    const text = textIn(turn.language);
    if (!match) {
      this.parts.log.warn({ activity: turn.activityId }, 'unknown verb');
      return say(text.chat.unknownAction);
    }
    if (match.scope === 'personal' && turn.conversation.kind !== 'personal') {
      const message = this.parts.privately(text.chat.onlyInPrivate, turn.language);
      return { kind: 'targeted', message, otherwise: 'private' };
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
      return say((error instanceof AppError && error.sentence?.(turn.language)) || text.errors[code]);
    }
  }

  async #withTyping(inbound: InboundActivity, answer: () => Promise<Reply>): Promise<Reply> {
    const timer = setTimeout(() => {
      this.parts.replies
        .typing(inbound)
        .catch((error: unknown) => this.parts.log.debug({ err: error }, 'typing not shown'));
    }, TYPING_AFTER_MS);
    try {
      return await answer();
    } finally {
      clearTimeout(timer);
    }
  }

  #turnOf(
    inbound: InboundActivity,
    known: Pick<Turn, 'actor' | 'language' | 'text' | 'input' | 'now'>,
  ): Turn {
    const { id, conversationType } = inbound.conversation;
    return {
      ...known,
      person: once(() => personOf(this.parts.actors, known.actor)),
      reader: () => personOf(this.parts.recentActors, known.actor),
      conversation: { id, kind: conversationType ?? 'groupChat' },
      serviceUrl: inbound.serviceUrl,
      activityId: inbound.id,
      files: filesOf(inbound),
      inDialog: dialogOf(inbound) !== undefined,
      cardMessageId: inbound.replyToId,
      quoted: quotedIn(inbound),
    };
  }

  /** Refuses guests and people of other tenants, and stores nothing about them. */
  async #refuse(inbound: InboundActivity): Promise<BotResponse> {
    this.parts.log.warn({ activity: inbound.id, type: inbound.type }, 'outsider refused');
    if (inbound.type !== 'message' && inbound.type !== 'invoke') return OK;
    const text = textIn(languageOf(inbound.text ?? '') ?? 'es').chat.outsider;
    return this.parts.replies.answer(inbound, say(text));
  }
}

/** The handler continues after a time-out; this is safe because commands are idempotent. */
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

async function personOf(directory: Directory, { id, name }: Actor): Promise<Person> {
  return (await directory.find(id)) ?? stranger(id, name);
}

/** Caches the first answer. A failure is not cached. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
