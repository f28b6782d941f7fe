/** Questions about the policy, answered with its own words. */
import { z } from 'zod';
import type { Renderer } from '../cards/renderer.js';
import { AppError } from '../errors.js';
import type { Logger } from '../log.js';
import { type Catalogue, textIn } from '../text/catalogue.js';
import { fold } from '../text/fold.js';
import type { Handler, Message, Reply, Turn, VerbRoute } from '../turn.js';
import { type AnswerCards, type AnswerOptions, linkTo } from './answer-card.js';
import type { Policy, Section } from './content.js';
import type { FeedbackStore } from './feedback.js';
import { type FollowUp, followUp } from './follow-up.js';
import type { Knowledge } from './knowledge.js';
import type { LastAnswer, LastAnswers } from './last-answers.js';
import type { OpenQuestions } from './open-questions.js';
import type { Ranking } from './ranking.js';
import type { Found } from './search.js';

export interface AnswerParts {
  policy: Policy;
  knowledge: Knowledge;
  ranking: Ranking;
  cards: AnswerCards;
  feedback: FeedbackStore;
  lastAnswers: LastAnswers;
  openQuestions: OpenQuestions;
  renderer: Renderer;
  log: Logger;
  /** Shows all that the bot can do. */
  help: Handler;
  /** Whether a message tells of something that happened rather than asking. */
  tells: (text: string) => boolean;
  /** Offers to report what the message tells, with the section that speaks of it. */
  offerReport: (turn: Turn, section?: Section) => Promise<Reply>;
}

// Teams cuts what is longer.
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;
const SUGGESTIONS = 3;
/** Asks for the whole, where no single section is the answer. */
const WHOLE = /\b(resum\w*|summar\w*|toda la politica|politica completa|whole policy)\b/;

const target = z.object({ id: z.string() });
const feedback = z.object({
  id: z.string(),
  useful: z.enum(['yes', 'no']),
  comment: z
    .string()
    .optional()
    .transform((value) => value?.trim().slice(0, 500)),
});

export class Answers {
  constructor(private readonly parts: AnswerParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'answer.section', scope: 'anywhere', handle: (turn) => this.#section(turn) },
      { verb: 'answer.feedback', scope: 'anywhere', handle: (turn) => this.#feedback(turn) },
    ];
  }

  /** Answers what was written: a section, a choice of sections, or an honest no. */
  async ask(turn: Turn): Promise<Reply> {
    const following = followUp(turn.text);
    const last = following && (await this.#lastAnswer(turn));
    if (following && last) return this.#continue(turn, following, last);
    if (WHOLE.test(fold(turn.text))) {
      return { kind: 'show', message: { card: this.parts.cards.overview(turn.language) } };
    }
    const found = await this.parts.ranking.find(turn.text);
    if (turn.conversation.kind === 'personal' && this.parts.tells(turn.text)) {
      const [best] = found.outcome === 'abstain' ? [] : this.#sectionsOf(found);
      return this.parts.offerReport(turn, best);
    }
    return this.#reply(turn, found);
  }

  async #reply(turn: Turn, found: Found & { quotes?: string[]; byModel?: boolean }): Promise<Reply> {
    const sections = this.#sectionsOf(found);
    const [best] = sections;
    if (found.outcome === 'abstain' || !best) return this.#abstain(turn, found, best);
    if (found.outcome === 'suggest') {
      const data = { sections: sections.slice(0, SUGGESTIONS).map(linkTo) };
      const card = this.parts.renderer.render('suggestions', data, turn.language);
      return { kind: 'show', message: { card } };
    }
    const message = await this.#answer(turn, best, { quotes: found.quotes });
    return { kind: 'show', message: { ...message, madeByModel: found.byModel } };
  }

  async #abstain(turn: Turn, { smallTalk }: Found, nearest: Section | undefined): Promise<Reply> {
    if (smallTalk === 'capabilities') return this.parts.help(turn);
    if (smallTalk) return { kind: 'say', text: textIn(turn.language).answers.smallTalk[smallTalk] };
    await this.#quietly('question not kept', () =>
      this.parts.openQuestions.save({
        text: turn.text,
        nearestId: nearest?.id ?? '',
        activityId: turn.activityId,
        at: turn.now,
      }),
    );
    return { kind: 'show', message: { card: this.parts.renderer.render('abstention', {}, turn.language) } };
  }

  /** Answers "dame un ejemplo", "¿y el segundo?", "¿por qué?" from the answer before. */
  async #continue(turn: Turn, asked: FollowUp, last: LastAnswer): Promise<Reply> {
    const text = textIn(turn.language).answers;
    const section = this.parts.policy.find(last.sectionId);
    if (!section) throw new AppError('unexpected');
    const known = this.parts.knowledge.sections.get(section.id);
    switch (asked.kind) {
      case 'explanation':
        return { kind: 'say', text: `${text.inOtherWords(section.title)}\n\n${known?.explanation ?? ''}` };
      case 'example':
        return this.#example(turn, section, known?.examples ?? [], last.shown, text);
      case 'item':
      case 'next':
        return this.#item(turn, section, asked, text);
    }
  }

  async #example(
    turn: Turn,
    section: Section,
    examples: readonly string[],
    shown: number,
    text: Catalogue['answers'],
  ): Promise<Reply> {
    const again = shown > 0 && shown % examples.length === 0;
    const lead = again ? text.noMoreExamples(section.title) : text.exampleOf(section.title);
    await this.#remember(turn, { sectionId: section.id, shown: shown + 1 });
    return { kind: 'say', text: `${lead}\n\n${examples[shown % examples.length] ?? ''}` };
  }

  async #item(
    turn: Turn,
    section: Section,
    asked: { kind: 'item'; at: number } | { kind: 'next' },
    text: Catalogue['answers'],
  ): Promise<Reply> {
    const { policy } = this.parts;
    const below = policy.childrenOf(section.id);
    const list = below.length > 0 || !section.parentId ? below : policy.childrenOf(section.parentId);
    if (list.length === 0) return { kind: 'say', text: text.noList };
    const at = asked.kind === 'next' ? list.indexOf(section) + 1 : asked.at;
    const item = list.at(at);
    if (!item) return { kind: 'say', text: text.noSuchItem(list.length) };
    return { kind: 'show', message: await this.#answer(turn, item) };
  }

  async #section(turn: Turn): Promise<Reply> {
    return { kind: 'append', message: await this.#answer(turn, this.#wanted(turn.input)) };
  }

  async #feedback(turn: Turn): Promise<Reply> {
    const given = feedback.safeParse(turn.input);
    if (!given.success) throw new AppError('invalid-input', { cause: given.error });
    const section = this.#wanted(turn.input);
    const { useful, comment } = given.data;
    await this.parts.feedback.save({
      messageId: `${turn.conversation.id}:${turn.cardMessageId ?? turn.activityId}`,
      sectionId: section.id,
      useful: useful === 'yes',
      comment,
      at: turn.now,
    });
    const next = useful === 'no' && comment === undefined ? 'comment' : 'thanks';
    return {
      kind: 'show',
      message: { card: this.parts.cards.render(section, turn.language, { feedback: next }) },
    };
  }

  async #answer(turn: Turn, section: Section, options: AnswerOptions = {}): Promise<Message> {
    await this.#remember(turn, { sectionId: section.id, shown: 0 });
    return {
      text: `${textIn(turn.language).answers.lead} **${section.title}** [1]`,
      summary: section.title,
      card: this.parts.cards.render(section, turn.language, options),
      citations: [this.#citation(section)],
    };
  }

  #citation(section: Section) {
    const words = [...section.official, ...section.facts].join(' ') || section.title;
    const { title, version } = this.parts.policy;
    return {
      name: clip(`${title} (${version}): ${section.title}`, MAX_CITATION_NAME),
      abstract: clip(words, MAX_CITATION_ABSTRACT),
    };
  }

  #sectionsOf({ sections }: Found): Section[] {
    return sections.flatMap((id) => this.parts.policy.find(id) ?? []);
  }

  #wanted(input: Turn['input']): Section {
    const parsed = target.safeParse(input);
    const section = parsed.success ? this.parts.policy.find(parsed.data.id) : undefined;
    if (!section) throw new AppError('invalid-input');
    return section;
  }

  async #lastAnswer(turn: Turn): Promise<LastAnswer | undefined> {
    return this.#quietly('last answer not read', () => this.parts.lastAnswers.find(turn.actor.id, turn.now));
  }

  async #remember(turn: Turn, last: LastAnswer): Promise<void> {
    await this.#quietly('answer not remembered', () =>
      this.parts.lastAnswers.save(turn.actor.id, last, turn.now),
    );
  }

  /** What only makes an answer better must not keep it from being given. */
  async #quietly<T>(complaint: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.parts.log.warn({ err: error }, complaint);
      return undefined;
    }
  }
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
