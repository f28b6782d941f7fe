/** Decides what happens with a text, in this order: danger, what the bot said last, doubt, what the text is for. */
import type { Message } from '../platform/delivery/message.js';
import type { Logger } from '../platform/log.js';
import { ROLES } from '../platform/people/person.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import type { Purpose } from '../platform/understanding/intents.js';
import { dependsOnRole } from '../platform/understanding/roles.js';
import type { Settle } from '../platform/understanding/settle.js';
import type { Understand, Understanding } from '../platform/understanding/understand.js';
import { type Continuation, type Handler, isPersonal, type Reply, type Turn } from '../turn.js';
import type { Match, Router } from './router.js';

export interface ListeningParts {
  understand: Understand;
  /** Asks a hosted model where the local result is unsure. */
  settle: Settle;
  continuations: readonly Continuation[];
  /** Asks which of several purposes is meant. */
  askBack: Handler;
  router: Pick<Router, 'forPurpose'>;
  /** A sentence with the button that opens the chat with the bot. */
  privately: (text: string, language: Language) => Message;
  log: Logger;
}

export class Listening {
  constructor(private readonly parts: ListeningParts) {}

  async answer(turn: Turn): Promise<Reply> {
    const { settle, continuations, askBack, log } = this.parts;
    const understood = await this.#understand(turn);
    const { danger, purpose, isExact } = understood;
    // What it is about may be sensitive, and Teams knows whose activity it is.
    log.info({ activity: turn.activityId, isExact, asks: understood.asks }, 'understood');
    const heard = { ...turn, understood };
    if (danger) return this.act(heard, danger);
    if (isExact) return this.act(heard, purpose);
    for (const continuation of continuations) {
      const reply = await continuation(heard);
      if (reply) return reply;
    }
    const settled = await settle(understood, turn.text);
    const after = { ...turn, understood: settled };
    return settled.asks ? askBack(after) : this.act(after, settled.purpose);
  }

  /** Answers a text as what the person says that it is; danger comes first all the same. */
  async answerAs(turn: Turn, purpose: Purpose): Promise<Reply> {
    const understood = await this.#understand(turn);
    const chosen = { ...understood, purpose, confidence: 1, asks: false };
    return this.act({ ...turn, understood: chosen }, understood.danger ?? purpose);
  }

  async act(turn: Turn, purpose: Purpose): Promise<Reply> {
    const { scope, handle }: Match = this.parts.router.forPurpose(purpose);
    if (scope === 'personal' && !isPersonal(turn)) {
      const { onlyInPrivate } = textIn(turn.language).chat;
      const message = this.parts.privately(onlyInPrivate, turn.language);
      return { kind: 'targeted', message, otherwise: 'private' };
    }
    return handle(turn);
  }

  /** Reads the person's roles only where they matter. */
  async #understand(turn: Turn): Promise<Understanding> {
    const understood = this.parts.understand(turn.text, ROLES);
    const isOpen = [understood.purpose, ...understood.alternatives].some(dependsOnRole);
    return isOpen && !understood.isExact
      ? this.parts.understand(turn.text, (await turn.person()).roles)
      : understood;
  }
}
