/** Answers questions about the policy with its own words. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Message } from '../../../platform/delivery/message.js';
import { AppError } from '../../../platform/errors.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Help } from '../../../platform/text/helplines.js';
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
import { answerMessage, withHelp } from '../cards/answer-message.js';
import { abstentionTemplate, suggestionsTemplate } from '../cards/templates.js';
import { asksForWhole } from '../service/follow-up.js';
import type { LastSaidMemory } from '../service/last-said.js';
import type { RankedFound, Ranking } from '../service/ranking.js';
import type { Found } from '../service/search.js';
import type { UnansweredQuestions } from '../service/unanswered.js';
import type { FeedbackStore } from '../store/feedback-store.js';
import type { FollowingHandler } from './following-handler.js';

/** Functions that other features provide. */
export interface AnswerHelpers {
  /** Shows everything that the bot can do. */
  help: Handler;
  /** Tells whether a message describes a failure in treatment or service, rather than asks a question. */
  tells: (text: string) => boolean;
  /** The helplines that fit a message; undefined if it needs none. */
  helpFor: (text: string, language: Language) => Help | undefined;
  /** Offers to report a failure, with the section and the helplines that fit the message. */
  offerReport: (turn: Turn, about: { section?: Section; help?: Help; isTold: boolean }) => Promise<Reply>;
}

export interface AnswerParts extends AnswerHelpers {
  policy: Policy;
  ranking: Ranking;
  cards: AnswerCards;
  following: FollowingHandler;
  memory: LastSaidMemory;
  unanswered: UnansweredQuestions;
  feedback: FeedbackStore;
  renderer: Renderer;
}

const SUGGESTIONS = 3;

const target = z.object({ id: z.string() });
const feedback = target.extend({
  useful: z.enum(['yes', 'no']),
  comment: z
    .string()
    .optional()
    .transform((value) => value?.trim().slice(0, 500)),
});

export class AnswersHandler {
  constructor(private readonly parts: AnswerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'answer.section', scope: 'anywhere', handle: (turn) => this.#section(turn) },
      { verb: 'answer.feedback', scope: 'anywhere', handle: (turn) => this.#feedback(turn) },
    ];
  }

  /** Answers a message with a section, a choice of sections, or the statement that there is no answer. */
  async ask(turn: Turn): Promise<Reply> {
    const { helpFor, tells, following, cards, ranking } = this.parts;
    const help = helpFor(turn.text, turn.language);
    const isTold = tells(turn.text);
    if (!help && !isTold) {
      const followed = await following.answer(turn);
      if (followed) return followed;
      if (asksForWhole(turn.text)) return show(cards.overview(turn.language));
    }
    const found = await ranking.find(turn.text);
    if (isTold || help?.isFirst || (help && found.outcome === 'abstain')) {
      const [section] = found.outcome === 'abstain' ? [] : this.#sectionsOf(found);
      return this.#confided(turn, { section, help, isTold });
    }
    return this.#reply(turn, found, help);
  }

  /** A failure goes into a report: never discussed in a channel, never stored as an open question. */
  async #confided(turn: Turn, about: { section?: Section; help?: Help; isTold: boolean }): Promise<Reply> {
    if (!isPersonal(turn)) return say(withHelp(about.help, textIn(turn.language).chat.onlyInPrivate));
    this.parts.memory.remember(turn, { kind: 'offer' });
    return this.parts.offerReport(turn, about);
  }

  async #reply(turn: Turn, found: RankedFound, help: Help | undefined): Promise<Reply> {
    const sections = this.#sectionsOf(found);
    const [best] = sections;
    if (found.outcome === 'abstain' || !best) return this.#abstain(turn, found, best);
    if (found.outcome === 'suggest') return this.#suggest(turn, sections.slice(0, SUGGESTIONS), help);
    const message = await this.#answer(turn, best, { quotes: found.quotes });
    const text = withHelp(help, message.text);
    return { kind: 'show', message: { ...message, text, madeByModel: found.byModel } };
  }

  async #suggest(turn: Turn, suggested: readonly Section[], help: Help | undefined): Promise<Reply> {
    this.parts.memory.remember(turn, { kind: 'suggestions', ids: suggested.map(({ id }) => id) });
    const data = { sections: suggested.map(linkTo) };
    const card = this.parts.renderer.render(suggestionsTemplate, data, turn.language);
    return { kind: 'show', message: { text: withHelp(help) || undefined, card } };
  }

  async #abstain(turn: Turn, { smallTalk }: Found, nearest: Section | undefined): Promise<Reply> {
    if (smallTalk === 'capabilities') return this.parts.help(turn);
    if (smallTalk) return say(textIn(turn.language).answers.smallTalk[smallTalk]);
    this.parts.memory.remember(turn, { kind: 'none' });
    const isKept = await this.parts.unanswered.keep(turn, nearest);
    const data = { isKept, isPrivate: isPersonal(turn) };
    return show(this.parts.renderer.render(abstentionTemplate, data, turn.language));
  }

  async #section(turn: Turn): Promise<Reply> {
    const { id } = readInput(target, turn);
    return { kind: 'append', message: await this.#answer(turn, this.#wanted(id)) };
  }

  async #feedback(turn: Turn): Promise<Reply> {
    const { id, useful, comment } = readInput(feedback, turn);
    const section = this.#wanted(id);
    await this.parts.feedback.save({
      messageId: `${turn.conversation.id}:${turn.cardMessageId ?? turn.activityId}`,
      sectionId: section.id,
      useful: useful === 'yes',
      comment,
      at: turn.now,
    });
    const next = useful === 'no' && comment === undefined ? 'comment' : 'thanks';
    const options = { feedback: next, canReport: isPersonal(turn) } as const;
    return show(this.parts.cards.render(section, turn.language, options));
  }

  async #answer(turn: Turn, section: Section, options: AnswerOptions = {}): Promise<Message> {
    this.parts.memory.remember(turn, { kind: 'answer', sectionId: section.id, shown: 0 });
    return answerMessage(this.parts, section, turn.language, { ...options, canReport: isPersonal(turn) });
  }

  #sectionsOf({ sections }: Found): Section[] {
    return sections.flatMap((id) => this.parts.policy.find(id) ?? []);
  }

  #wanted(id: string): Section {
    const section = this.parts.policy.find(id);
    if (!section) throw new AppError('invalid-input');
    return section;
  }
}
