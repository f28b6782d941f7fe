/** Questions about the policy, answered with its own words. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import type { Knowledge } from '../../../platform/policy/knowledge.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { fold } from '../../../platform/text/fold.js';
import type { Help } from '../../../platform/text/helplines.js';
import type { Handler, Message, Reply, Turn, VerbRoute } from '../../../turn.js';
import { type AnswerCards, type AnswerOptions, linkTo } from '../cards/answer-card.js';
import { asksForWhole, type FollowUp, followUp } from '../service/follow-up.js';
import type { Ranking } from '../service/ranking.js';
import type { Found } from '../service/search.js';
import type { FeedbackStore } from '../store/feedback-store.js';
import type { LastAnswers, LastSaid } from '../store/last-answers.js';
import type { OpenQuestions } from '../store/open-questions.js';

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
  /** Whom to call, for what somebody writes; undefined where nobody has to be called. */
  helpFor: (text: string, language: Language) => Help | undefined;
  /** Offers to report, with what is known of what the message says. */
  offerReport: (turn: Turn, about: { section?: Section; help?: Help; isTold: boolean }) => Promise<Reply>;
}

// Teams cuts what is longer.
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;
const SUGGESTIONS = 3;
/** Speaks of somebody's own case: nothing that the policy could answer, nor that is to be kept. */
const OWN_CASE =
  /\b(mi|mis|my) (caso|casos|reporte|reportes|denuncia|queja|case|cases|report|reports)\b|\b(caso|reporte|denuncia|queja) contra\b/;

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
    const help = this.parts.helpFor(turn.text, turn.language);
    const isTold = this.parts.tells(turn.text);
    if (!help && !isTold) {
      const following = await this.#following(turn);
      if (following) return following;
      if (asksForWhole(turn.text)) {
        return { kind: 'show', message: { card: this.parts.cards.overview(turn.language) } };
      }
    }
    const found = await this.parts.ranking.find(turn.text);
    if (isTold || help?.isFirst || (help && found.outcome === 'abstain')) {
      const [section] = found.outcome === 'abstain' ? [] : this.#sectionsOf(found);
      return this.#confided(turn, { section, help, isTold });
    }
    return this.#reply(turn, found, help);
  }

  /** What happened to a person is for a report, and for no channel; nor is it kept as a question. */
  async #confided(turn: Turn, about: { section?: Section; help?: Help; isTold: boolean }): Promise<Reply> {
    if (isPersonal(turn)) {
      await this.#remember(turn, { kind: 'offer' });
      return this.parts.offerReport(turn, about);
    }
    return { kind: 'say', text: withHelp(about.help, textIn(turn.language).chat.onlyInPrivate) };
  }

  async #reply(
    turn: Turn,
    found: Found & { quotes?: string[]; byModel?: boolean },
    help: Help | undefined,
  ): Promise<Reply> {
    const sections = this.#sectionsOf(found);
    const [best] = sections;
    if (found.outcome === 'abstain' || !best) return this.#abstain(turn, found, best);
    if (found.outcome === 'suggest') {
      const suggested = sections.slice(0, SUGGESTIONS);
      await this.#remember(turn, { kind: 'suggestions', ids: suggested.map(({ id }) => id) });
      const data = { sections: suggested.map(linkTo) };
      const card = this.parts.renderer.render('suggestions', data, turn.language);
      return { kind: 'show', message: { text: withHelp(help) || undefined, card } };
    }
    const message = await this.#answer(turn, best, { quotes: found.quotes });
    const text = withHelp(help, message.text);
    return { kind: 'show', message: { ...message, text, madeByModel: found.byModel } };
  }

  async #abstain(turn: Turn, { smallTalk }: Found, nearest: Section | undefined): Promise<Reply> {
    if (smallTalk === 'capabilities') return this.parts.help(turn);
    if (smallTalk) return { kind: 'say', text: textIn(turn.language).answers.smallTalk[smallTalk] };
    await this.#remember(turn, { kind: 'none' });
    const isKept = !OWN_CASE.test(fold(turn.text)) && (await this.#keepQuestion(turn, nearest));
    const data = { isKept, isPrivate: isPersonal(turn) };
    return { kind: 'show', message: { card: this.parts.renderer.render('abstention', data, turn.language) } };
  }

  /** Whether it was kept. */
  async #keepQuestion(turn: Turn, nearest: Section | undefined): Promise<boolean> {
    const question = {
      text: turn.text,
      nearestId: nearest?.id ?? '',
      activityId: turn.activityId,
      at: turn.now,
    };
    const kept = await this.#quietly('question not kept', async () => {
      await this.parts.openQuestions.save(question);
      return true;
    });
    return kept ?? false;
  }

  /** What only makes sense after what the bot said before: "dame un ejemplo", "la tercera", "sí". */
  async #following(turn: Turn): Promise<Reply | undefined> {
    const asked = followUp(turn.text);
    const last = asked && (await this.#lastAnswer(turn));
    if (!asked || !last) return undefined;
    if (last.kind === 'answer' && asked.kind !== 'yes') return this.#continue(turn, asked, last);
    if (last.kind === 'offer' && asked.kind === 'yes') {
      return { kind: 'say', text: textIn(turn.language).answers.notReportedYet };
    }
    if (last.kind !== 'suggestions' || asked.kind !== 'item') return undefined;
    const section = this.parts.policy.find(last.ids.at(asked.at) ?? '');
    if (section) return { kind: 'show', message: await this.#answer(turn, section) };
    return { kind: 'say', text: textIn(turn.language).answers.noSuchItem(last.ids.length) };
  }

  /** Answers "dame un ejemplo", "¿y el segundo?", "¿por qué?" from the answer before. */
  async #continue(
    turn: Turn,
    asked: Exclude<FollowUp, { kind: 'yes' }>,
    last: Extract<LastSaid, { kind: 'answer' }>,
  ): Promise<Reply> {
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
    await this.#remember(turn, { kind: 'answer', sectionId: section.id, shown: shown + 1 });
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
      message: {
        card: this.parts.cards.render(section, turn.language, {
          feedback: next,
          canReport: isPersonal(turn),
        }),
      },
    };
  }

  async #answer(turn: Turn, section: Section, options: AnswerOptions = {}): Promise<Message> {
    await this.#remember(turn, { kind: 'answer', sectionId: section.id, shown: 0 });
    return {
      text: `${textIn(turn.language).answers.lead} **${section.title}** [1]`,
      summary: section.title,
      card: this.parts.cards.render(section, turn.language, { ...options, canReport: isPersonal(turn) }),
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

  async #lastAnswer(turn: Turn): Promise<LastSaid | undefined> {
    return this.#quietly('last answer not read', () => this.parts.lastAnswers.find(turn.actor.id, turn.now));
  }

  async #remember(turn: Turn, last: LastSaid): Promise<void> {
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

const isPersonal = ({ conversation }: Turn) => conversation.kind === 'personal';

/** Whom to call stands before whatever else is said. */
function withHelp(help: Help | undefined, text = ''): string {
  const called = (help?.blocks ?? []).map(({ title, lines }) => [`**${title}**`, ...lines].join('\n\n'));
  return [...called, text].filter(Boolean).join('\n\n');
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
