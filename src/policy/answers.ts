/** Questions about the policy, answered with its own words. */
import { z } from 'zod';
import type { Renderer } from '../cards/renderer.js';
import { MAX_ACTIONS, type TemplateData } from '../cards/templates.js';
import { AppError } from '../errors.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { Message, Reply, Turn, VerbRoute } from '../turn.js';
import type { Policy, Section } from './content.js';
import type { FeedbackStore } from './feedback.js';
import type { Search } from './search.js';

export interface AnswerParts {
  policy: Policy;
  search: Search;
  feedback: FeedbackStore;
  renderer: Renderer;
}

// Teams cuts what is longer.
const MAX_CITATION_NAME = 80;
const MAX_CITATION_ABSTRACT = 160;
const SUGGESTIONS = 3;

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
      { verb: 'answer.section', scope: 'anywhere', handle: async (turn) => this.#section(turn) },
      { verb: 'answer.feedback', scope: 'anywhere', handle: (turn) => this.#feedback(turn) },
    ];
  }

  /** Answers what was written: a section, a choice of sections, or an honest no. */
  async ask(turn: Turn): Promise<Reply> {
    const { outcome, sections } = this.parts.search.find(turn.text);
    const found = sections.flatMap((id) => this.parts.policy.find(id) ?? []);
    const [best] = found;
    if (outcome === 'answer' && best) return { kind: 'show', message: this.#answer(best, turn.language) };
    if (outcome === 'suggest') {
      const data = { sections: found.slice(0, SUGGESTIONS).map(linkTo) };
      return {
        kind: 'show',
        message: { card: this.parts.renderer.render('suggestions', data, turn.language) },
      };
    }
    return { kind: 'show', message: { card: this.parts.renderer.render('abstention', {}, turn.language) } };
  }

  #section(turn: Turn): Reply {
    return { kind: 'append', message: this.#answer(this.#wanted(turn.input), turn.language) };
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
    return { kind: 'show', message: { card: this.#card(section, turn.language, next) } };
  }

  #wanted(input: Turn['input']): Section {
    const parsed = target.safeParse(input);
    const section = parsed.success ? this.parts.policy.find(parsed.data.id) : undefined;
    if (!section) throw new AppError('invalid-input');
    return section;
  }

  #answer(section: Section, language: Language): Message {
    const text = textIn(language).answers;
    return {
      text: `${text.lead} **${section.title}** [1]`,
      summary: section.title,
      card: this.#card(section, language, 'ask'),
      citations: [
        {
          name: clip(`${this.parts.policy.title}: ${section.title}`, MAX_CITATION_NAME),
          abstract: clip(
            [...section.official, ...section.facts].join(' ') || section.title,
            MAX_CITATION_ABSTRACT,
          ),
        },
      ],
    };
  }

  #card(section: Section, language: Language, feedback: TemplateData<'answer'>['feedback']) {
    const { policy, renderer } = this.parts;
    const text = textIn(language).answers;
    const path = policy.pathOf(section);
    const parent = path.at(-1);
    const neighbours = [
      ...(parent ? [parent] : []),
      ...policy.childrenOf(section.id),
      ...policy.siblingsOf(section),
    ];
    return renderer.render(
      'answer',
      {
        id: section.id,
        place: path.map((above) => above.title).join(' › '),
        title: section.title,
        official: section.official,
        facts: section.facts,
        neighbourRows: inRows(neighbours.map(linkTo)),
        source: text.source(policy.title),
        feedback,
      },
      language,
    );
  }
}

function inRows<T>(links: T[]): { links: T[] }[] {
  const rows: { links: T[] }[] = [];
  for (let at = 0; at < links.length; at += MAX_ACTIONS)
    rows.push({ links: links.slice(at, at + MAX_ACTIONS) });
  return rows;
}

const linkTo = ({ title, id }: Section) => ({ title, verb: 'answer.section' as const, id });

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
