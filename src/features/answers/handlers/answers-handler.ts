/** Answers questions about the policy with its own words. */
import { z } from 'zod';
import { chatLink } from '../../../platform/cards/private-chat.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { Message } from '../../../platform/delivery/message.js';
import { AppError } from '../../../platform/errors.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import type { Understanding } from '../../../platform/understanding/understand.js';
import {
  type Handler,
  isPersonal,
  type Reply,
  readInput,
  say,
  show,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import { type AnswerCards, type AnswerOptions, linkTo } from '../cards/answer-card.js';
import { answerMessage } from '../cards/answer-message.js';
import { abstentionTemplate, suggestionsTemplate } from '../cards/templates.js';
import { shownFor } from '../domain/shown.js';
import type { AskedLately } from '../service/asked-lately.js';
import type { LastSaidMemory } from '../service/last-said.js';
import type { Learning } from '../service/learning.js';
import { asksForWhole } from '../service/whole-policy.js';
import type { FeedbackStore } from '../store/feedback-store.js';
import { textIn } from '../text/catalogue.js';
import type { ExplainingHandler } from './explaining-handler.js';
import type { SecondQuestion } from './second-question.js';

export interface AnswerParts {
  policy: Policy;
  cards: AnswerCards;
  memory: LastSaidMemory;
  learning: Learning;
  askedLately: AskedLately;
  feedback: FeedbackStore;
  /** Counts the month of this moment anew, soon. */
  recount: (now: Date) => void;
  renderer: Renderer;
  /** `28:` and the app id. */
  botId: string;
  /** Shows everything that the bot can do. */
  help: Handler;
  explaining: ExplainingHandler;
  second: SecondQuestion;
}

/** As much as the form keeps. */
const MAX_NARRATIVE = 8_000;
const target = z.object({ id: z.string() });
const opinion = z.object({
  useful: z.enum(['yes', 'no']),
  comment: z
    .string()
    .optional()
    .transform((value) => value?.trim().slice(0, 500)),
});
const feedback = opinion.extend(target.shape);

export class AnswersHandler {
  constructor(private readonly parts: AnswerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'answer.section', scope: 'anywhere', handle: (turn) => this.#section(turn) },
      { verb: 'answer.opinion', scope: 'anywhere', handle: (turn) => this.#opinion(turn) },
      { verb: 'answer.feedback', scope: 'anywhere', handle: (turn) => this.#feedback(turn) },
    ];
  }

  /** Answers a question with a section, a choice of sections, or the statement that there is no answer. */
  async ask(turn: Turn): Promise<Reply> {
    const understood = understoodIn(turn);
    if (asksForWhole(turn.text)) return show(this.parts.cards.overview(turn.language));
    if (understood.article) return this.parts.explaining.explain(turn, understood.article.id);
    const { outcome, ids } = shownFor(understood);
    const sections = ids.flatMap((id) => this.parts.policy.find(id) ?? []);
    const [best, ...also] = sections;
    if (outcome === 'abstain' || !best) return this.#abstain(turn, sections);
    const narrative = narrativeIn(turn, understood);
    if (outcome === 'suggest') return this.#suggest(turn, sections, narrative);
    const message = await this.#answer(turn, best, { also, narrative });
    const besides = this.parts.second.answer(turn, best.id);
    const text = [message.text, besides].filter(Boolean).join('\n\n');
    return { kind: 'show', message: { ...message, text, madeByModel: understood.byModel } };
  }

  /** Answers greetings, thanks and the like. */
  async chat(turn: Turn): Promise<Reply> {
    const { smallTalk } = understoodIn(turn).found;
    if (smallTalk === 'capabilities') return this.parts.help(turn);
    return say(textIn(turn.language).answers.smallTalk[smallTalk]);
  }

  async #suggest(turn: Turn, suggested: readonly Section[], narrative: string): Promise<Reply> {
    const [first, ...others] = suggested.map(({ id }) => id);
    // What follows may be about the one that came first.
    if (first !== undefined) this.parts.memory.answered(turn, { sectionId: first, also: others });
    this.parts.memory.suggested(
      turn,
      suggested.map(({ id }) => id),
    );
    const data = { sections: suggested.map(linkTo), narrative };
    return show(this.parts.renderer.render(suggestionsTemplate, data, turn.language));
  }

  async #abstain(turn: Turn, nearest: readonly Section[]): Promise<Reply> {
    const { memory, learning, renderer } = this.parts;
    const ids = nearest.map(({ id }) => id);
    memory.suggested(turn, ids);
    const isKept = await learning.unanswered(turn, ids[0]);
    const isPrivate = isPersonal(turn);
    const webLinks = isPrivate ? [] : [chatLink(this.parts, turn.language)];
    const data = { isKept, isPrivate, nearest: nearest.map(linkTo), webLinks };
    return show(renderer.render(abstentionTemplate, data, turn.language));
  }

  async #section(turn: Turn): Promise<Reply> {
    const { id } = readInput(target, turn);
    return { kind: 'append', message: await this.#answer(turn, this.#wanted(id)) };
  }

  /** The thumb below an example or an explanation: they belong to the section that was answered last. */
  async #opinion(turn: Turn): Promise<Reply> {
    const { useful, comment } = readInput(opinion, turn);
    const last = await this.parts.memory.find(turn);
    if (last?.kind === 'answer') await this.#keep(turn, { id: last.answered.sectionId, useful, comment });
    if (last?.kind === 'article') await this.#keep(turn, { id: last.articleId, useful, comment });
    return { kind: 'nothing' };
  }

  async #feedback(turn: Turn): Promise<Reply> {
    const { id, useful, comment } = readInput(feedback, turn);
    const next = useful === 'no' && comment === undefined ? 'comment' : 'thanks';
    const card = this.parts.explaining.card(turn, id, next) ?? this.#card(turn, this.#wanted(id), next);
    await this.#keep(turn, { id, useful, comment });
    return show(card);
  }

  #card(turn: Turn, section: Section, feedback: 'comment' | 'thanks'): Card {
    return this.parts.cards.render(section, turn.language, { feedback, canReport: isPersonal(turn) });
  }

  async #keep(turn: Turn, { id, useful, comment }: z.output<typeof feedback>): Promise<void> {
    await this.parts.feedback.save({
      messageId: `${turn.conversation.id}:${turn.cardMessageId ?? turn.activityId}`,
      sectionId: id,
      useful: useful === 'yes',
      comment,
      at: turn.now,
    });
    this.parts.recount(turn.now);
  }

  async #answer(turn: Turn, section: Section, options: AnswerOptions = {}): Promise<Message> {
    this.parts.memory.answered(turn, { sectionId: section.id, also: turn.understood?.found.sections ?? [] });
    this.parts.askedLately.note(section.id, turn.now);
    return answerMessage(this.parts, section, turn.language, { ...options, canReport: isPersonal(turn) });
  }

  #wanted(id: string): Section {
    const section = this.parts.policy.find(id);
    if (!section) throw new AppError('invalid-input');
    return section;
  }
}

/** Nobody who may be telling of a failure has to look for the way to report it. */
function narrativeIn(turn: Turn, { alternatives }: Understanding): string {
  const mayTell = alternatives.some((intent) => intent === 'tell' || intent === 'report');
  return mayTell && isPersonal(turn) ? turn.text.slice(0, MAX_NARRATIVE) : '';
}

/** @throws AppError `unexpected` for a click. */
function understoodIn({ understood }: Turn): Understanding {
  if (!understood) throw new AppError('unexpected');
  return understood;
}
