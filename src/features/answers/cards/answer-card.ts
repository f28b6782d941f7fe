/** An answer as a card: its place in the policy, an explanation, the official words, and sections nearby. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { DataOf } from '../../../platform/cards/template.js';
import { explanationIn, type Knowledge } from '../../../platform/policy/knowledge.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { type Language, textIn } from '../text/catalogue.js';
import { answerTemplate, MOST_NEIGHBOURS, overviewTemplate } from './templates.js';

export interface SourceLinks {
  intranet?: string | undefined;
  landing?: string | undefined;
  daruma?: string | undefined;
}

/** The sections that link to other systems. */
const SOURCES: Readonly<Record<string, (keyof SourceLinks)[]>> = {
  'canales-reporte': ['intranet', 'landing'],
  'que-hacer-distinto': ['landing'],
  'consecuencias-incentivos': ['landing'],
  'retrato-buen-trato': ['daruma'],
};

/** The sections that offer to report. */
const TO_REPORT: ReadonlySet<string> = new Set([
  'canales-reporte',
  'aseguramiento-colaborador',
  'nivel-impacto',
  'impacto-bajo',
  'impacto-medio',
  'impacto-alto',
]);

export interface AnswerOptions {
  feedback?: DataOf<typeof answerTemplate>['feedback'];
  examplesShown?: boolean;
  /** Other sections that may be meant; without any, the neighbours in the policy are shown. Parts have their own row. */
  also?: readonly Section[];
  /** True in personal chats, where people can report. */
  canReport?: boolean;
  /** What the person wrote, if it may tell of a failure. */
  narrative?: string;
}

/** More than there are sections, in both languages and with each of their rows. */
const MOST_RENDERED = 1_000;

export class AnswerCards {
  readonly #rendered = new Map<string, Card>();

  constructor(
    private readonly parts: {
      policy: Policy;
      knowledge: Knowledge;
      renderer: Renderer;
      links: SourceLinks;
    },
  ) {}

  /** An answer is the same for everybody, except for a story that may be reported. */
  render(section: Section, language: Language, options: AnswerOptions = {}): Card {
    if (options.narrative) return this.#render(section, language, options);
    const also = options.also?.map(({ id }) => id);
    const key = JSON.stringify([section.id, language, { ...options, also }]);
    const card = this.#rendered.get(key) ?? this.#render(section, language, options);
    if (this.#rendered.size < MOST_RENDERED) this.#rendered.set(key, card);
    return card;
  }

  #render(section: Section, language: Language, options: AnswerOptions): Card {
    const { policy, knowledge, renderer } = this.parts;
    const { feedback = 'ask', examplesShown = false, also = [], canReport = false, narrative = '' } = options;
    const known = knowledge.sections.get(section.id);
    const path = policy.pathOf(section);
    const parent = path.at(-1);
    const below = policy.childrenOf(section.id);
    const around = [...(parent ? [parent] : []), ...policy.siblingsOf(section)];
    const neighbours = (also.length > 0 ? also : around).filter((other) => !below.includes(other));
    return renderer.render(
      answerTemplate,
      {
        id: section.id,
        place: path.map((above) => above.title).join(' › '),
        title: section.title,
        official: section.official,
        facts: section.facts,
        parts: below.map((part, at) => ({ ...this.#row(part), number: at + 1 })),
        explanation: known ? explanationIn(known, language) : '',
        examples: known?.examples ?? [],
        examplesShown,
        webLinks: this.#webLinks(section, language),
        canReport: canReport && (narrative !== '' || TO_REPORT.has(section.id)),
        narrative: canReport ? narrative : '',
        source: this.#source(language),
        neighbours: neighbours.slice(0, MOST_NEIGHBOURS).map(linkTo),
        feedback,
      },
      language,
    );
  }

  /** The whole policy: every top-level section, in the order of the deck. */
  overview(language: Language): Card {
    const { policy, renderer } = this.parts;
    const parts = policy.sections
      .filter(({ parentId }) => parentId === undefined)
      .map((section) => this.#row(section));
    const title = textIn(language).answers.overviewTitle(policy.title);
    return renderer.render(overviewTemplate, { title, parts, source: this.#source(language) }, language);
  }

  /** A section in a list: the titles of its parts or, if it has none, its first official words. */
  #row({ id, title, official }: Section): { id: string; title: string; line: string } {
    const below = this.parts.policy.childrenOf(id);
    const [words = ''] = official;
    if (below.length > 0) return { id, title, line: below.map((part) => part.title).join(' · ') };
    return { id, title, line: words && `“${words}”` };
  }

  #source(language: Language): string {
    return textIn(language).answers.source(this.parts.policy.title, this.parts.policy.version);
  }

  #webLinks(section: Section, language: Language): { title: string; url: string }[] {
    const text = textIn(language).answers;
    const titles = { intranet: text.openIntranet, landing: text.openLanding, daruma: text.openDaruma };
    return (SOURCES[section.id] ?? []).flatMap((source) => {
      const url = this.parts.links[source];
      return url === undefined ? [] : [{ title: titles[source], url }];
    });
  }
}

export const linkTo = ({ title, id }: Section) => ({ title, verb: 'answer.section' as const, id });
