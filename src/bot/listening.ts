/** Decides what happens with a text, in this order: sure danger, an exact command, what is open, doubt, what the text is for. */

import { z } from 'zod';
import type { Card, Renderer } from '../platform/cards/renderer.js';
import { possibleTemplate } from '../platform/cards/shared-cards.js';
import { under } from '../platform/cards/under.js';
import type { Message } from '../platform/delivery/message.js';
import { ACTS, THINGS } from '../platform/dialogue/acts.js';
import type { Logger } from '../platform/log.js';
import { ROLES } from '../platform/people/person.js';
import { type Language, textIn } from '../platform/text/catalogue.js';
import type { Purpose } from '../platform/understanding/intents.js';
import { dependsOnRole } from '../platform/understanding/roles.js';
import type { Settle } from '../platform/understanding/settle.js';
import { mayOnlyAnswer, type Understand, type Understanding } from '../platform/understanding/understand.js';
import {
  type Continuation,
  type Handler,
  isPersonal,
  type Reply,
  readInput,
  show,
  type Turn,
} from '../turn.js';
import type { Conversing, Possibility } from './conversing.js';
import type { Match, Router } from './router.js';

const MOST_SAID = 8_000;

export interface ListeningParts {
  understand: Understand;
  /** Asks a hosted model where the local result is unsure. */
  settle: Settle;
  continuations: readonly Continuation[];
  listeners: readonly ((turn: Turn) => void)[];
  conversing: Pick<Conversing, 'hear' | 'chosen' | 'isAsked'>;
  renderer: Renderer;
  /** Asks which of several purposes is meant. */
  askBack: Handler;
  /** What stands under the answer to a text that may tell of danger. */
  lineUnder: (turn: Turn) => Card | undefined;
  router: Pick<Router, 'forPurpose'>;
  /** A sentence with the button that opens the chat with the bot. */
  privately: (text: string, language: Language) => Message;
  log: Logger;
}

const choice = z.object({
  act: z.enum(ACTS).optional().catch(undefined),
  on: z.enum(THINGS).catch('choices'),
  of: z.string().max(40).catch(''),
  said: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, MOST_SAID)),
});

export class Listening {
  constructor(private readonly parts: ListeningParts) {}

  async answer(turn: Turn): Promise<Reply> {
    const { listeners, lineUnder, log } = this.parts;
    const understood = await this.#understand(turn);
    const { danger, isAlarming, isExact } = understood;
    // What it is about may be sensitive, and Teams knows whose activity it is.
    log.info({ activity: turn.activityId, isExact, asks: understood.asks }, 'understood');
    const heard = { ...turn, understood };
    if (isPersonal(turn)) for (const listener of listeners) listener(heard);
    if (danger && isAlarming) return this.act(heard, danger);
    const reply = await this.#asItIs(heard, understood);
    const line = lineUnder(heard);
    return line ? withLine(reply, line) : reply;
  }

  /** What the text is for, whatever it may tell of. */
  async #asItIs(turn: Turn, understood: Understanding): Promise<Reply> {
    if (understood.isExact) return this.act(turn, understood.purpose);
    const gone = await this.#goOn(turn, understood);
    if (gone) return gone;
    for (const continuation of this.parts.continuations) {
      const reply = await continuation(turn);
      if (reply) return reply;
    }
    return this.#anew(turn, understood);
  }

  /** As if nothing had been said before. */
  async #anew(turn: Turn, understood: Understanding): Promise<Reply> {
    const { settle, askBack } = this.parts;
    const settled = await settle(understood, turn.text);
    const after = { ...turn, understood: settled };
    return settled.asks ? askBack(after) : this.act(after, settled.purpose);
  }

  /** What the text does to what is open; undefined when it is about something else. */
  async #goOn(turn: Turn, understood: Understanding): Promise<Reply | undefined> {
    const { likely, isSure } = await this.parts.conversing.hear(turn, understood);
    const [best] = likely;
    if (!best) return undefined;
    if (isSure || !isPersonal(turn)) return best.route.handle(turn, best.meant);
    return this.#ask(turn, likely);
  }

  /** What somebody chose of what their text might do. */
  async choose(turn: Turn): Promise<Reply> {
    const { act, on, of, said } = readInput(choice, turn);
    const written = { ...turn, text: said, input: {} };
    const understood = await this.#understand(written);
    const heard = { ...written, understood };
    const chosen = act && (await this.parts.conversing.chosen(turn, { act, on, of }));
    const reply = (await chosen?.route.handle(heard, chosen.meant)) ?? (await this.#anew(heard, understood));
    const line = this.parts.lineUnder(heard);
    const answer = line ? withLine(reply, line) : reply;
    return answer.kind === 'show' ? { kind: 'append', message: answer.message } : answer;
  }

  #ask(turn: Turn, likely: readonly Possibility[]): Reply {
    const text = textIn(turn.language);
    const deeds = likely.map(({ route, meant: { act } }) => ({
      title: route.titles(turn.language)[act] ?? '',
      on: route.on,
      of: route.of,
      act,
    }));
    const card = this.parts.renderer.render(possibleTemplate, { said: turn.text, deeds }, turn.language);
    return show(card, text.cards.possible.title);
  }

  /** Answers a text as what the person says that it is; danger comes first all the same. */
  async answerAs(turn: Turn, purpose: Purpose): Promise<Reply> {
    const understood = await this.#understand(turn);
    const chosen = { ...understood, purpose, confidence: 1, asks: false };
    return this.act(
      { ...turn, understood: chosen },
      understood.isAlarming ? (understood.danger ?? purpose) : purpose,
    );
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
    const alone = this.parts.understand(turn.text, ROLES);
    // What answers a question only sounds like danger: "se fue llorando".
    const isAnswering = mayOnlyAnswer(turn.text, alone) && (await this.parts.conversing.isAsked(turn));
    const understood = isAnswering ? this.parts.understand(turn.text, ROLES, isAnswering) : alone;
    const isOpen = [understood.purpose, ...understood.alternatives].some(dependsOnRole);
    return isOpen && !understood.isExact
      ? this.parts.understand(turn.text, (await turn.person()).roles, isAnswering)
      : understood;
  }
}

/** Adds the line to what is shown, or to what is said. */
function withLine(reply: Reply, line: Card): Reply {
  if (reply.kind === 'say') return { kind: 'show', message: { text: reply.text, card: line } };
  if (reply.kind !== 'show' && reply.kind !== 'append') return reply;
  const { card } = reply.message;
  return { ...reply, message: { ...reply.message, card: card ? under(card, line) : line } };
}
