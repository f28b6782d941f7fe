/** An answer as a card: the official words, an explanation, the path in the policy, and sections nearby. */

import { MAX_ACTIONS } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { DataOf } from '../../../platform/cards/template.js';
import { explanationIn, type Knowledge } from '../../../platform/policy/knowledge.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { answerTemplate, overviewTemplate } from './templates.js';

export interface SourceLinks {
  intranet?: string;
  landing?: string;
  daruma?: string;
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
  /** Other sections that may be meant; without any, the neighbours in the policy are shown. */
  also?: readonly Section[];
  /** True in personal chats, where people can report. */
  canReport?: boolean;
  /** What the person wrote, if it may tell of a failure. */
  narrative?: string;
}

export class AnswerCards {
  constructor(
    private readonly parts: {
      policy: Policy;
      knowledge: Knowledge;
      renderer: Renderer;
      links: SourceLinks;
    },
  ) {}

  render(section: Section, language: Language, options: AnswerOptions = {}): Card {
    const { policy, knowledge, renderer } = this.parts;
    const { feedback = 'ask', examplesShown = false, also = [], canReport = false, narrative = '' } = options;
    const known = knowledge.sections.get(section.id);
    const path = policy.pathOf(section);
    const parent = path.at(-1);
    const below = policy.childrenOf(section.id);
    const around = [...(parent ? [parent] : []), ...below, ...policy.siblingsOf(section)];
    const neighbours = also.length > 0 ? also : around;
    return renderer.render(
      answerTemplate,
      {
        id: section.id,
        place: path.map((above) => above.title).join(' › '),
        title: section.title,
        official: section.official,
        facts: section.facts,
        parts: below.map((part, at) => ({
          number: at + 1,
          title: part.title,
          lines: part.official,
          below: policy
            .childrenOf(part.id)
            .map(({ title }) => title)
            .join(' · '),
        })),
        explanation: known ? explanationIn(known, language) : '',
        examples: known?.examples ?? [],
        examplesShown,
        webLinks: this.#webLinks(section, language),
        canReport: canReport && (narrative !== '' || TO_REPORT.has(section.id)),
        narrative: canReport ? narrative : '',
        source: this.#source(language),
        neighbourRows: inRows(neighbours.map(linkTo)),
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
      .map(({ id, title, official }) => ({
        id,
        title,
        line:
          policy.childrenOf(id).length > 0
            ? policy
                .childrenOf(id)
                .map((part) => part.title)
                .join(' · ')
            : (official[0] ?? ''),
      }));
    const title = textIn(language).answers.overviewTitle(policy.title);
    return renderer.render(overviewTemplate, { title, parts, source: this.#source(language) }, language);
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

function inRows<T>(links: T[]): { links: T[] }[] {
  const rows: { links: T[] }[] = [];
  for (let at = 0; at < links.length; at += MAX_ACTIONS) {
    rows.push({ links: links.slice(at, at + MAX_ACTIONS) });
  }
  return rows;
}
