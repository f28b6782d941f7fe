/** The search over the message box: a section of the policy, with its quotation, for any chat. */
import { chatLink } from '../../../platform/cards/private-chat.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import type { Found } from '../../../platform/understanding/search.js';
import type { Query, QueryRoute, SearchResult } from '../../../turn.js';
import { quotationTemplate } from '../cards/templates.js';
import { sectionsFor } from '../domain/section-search.js';
import type { AskedLately } from '../service/asked-lately.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface SearchParts {
  policy: Policy;
  renderer: Renderer;
  /** `28:` and the app id. */
  botId: string;
  askedLately: AskedLately;
  /** The search of the answers. */
  find: (text: string) => Found;
}

/** Teams shows two lines of it. */
const PREVIEW = 140;

export class SearchHandler {
  constructor(private readonly parts: SearchParts) {}

  routes(): QueryRoute[] {
    return [{ command: 'policy.search', search: (query) => this.#search(query) }];
  }

  /** Nothing of what is typed is kept: people type half words, and may change their mind. */
  #search({ text, skip, count, language, now }: Query): SearchResult[] {
    const { policy, askedLately, find } = this.parts;
    const typed = text.trim();
    const all = policy.sections.filter((section) => linesOf(section, policy).length > 0);
    const found = typed === '' ? askedLately.sorted(all, now) : sectionsFor(typed, all, find(typed).ranked);
    return found.slice(skip, skip + count).map((section) => this.#result(section, language));
  }

  #result(section: Section, language: Language): SearchResult {
    const lines = linesOf(section, this.parts.policy);
    return {
      title: section.title,
      text: beginningOf(lines.join(' '), PREVIEW),
      card: this.#card(section, language),
    };
  }

  /** Buttons that need the bot have no place on it: it may not be in that chat. */
  #card(section: Section, language: Language): Card {
    const { policy, renderer } = this.parts;
    const data = {
      place: policy
        .pathOf(section)
        .map(({ title }) => title)
        .join(' › '),
      title: section.title,
      official: section.official,
      facts: section.official.length > 0 ? section.facts : linesOf(section, policy),
      source: textIn(language).answers.quoted(policy.title, policy.version),
      links: [chatLink(this.parts, language)],
    };
    return renderer.render(quotationTemplate, data, language);
  }
}

/** What the policy says in a section: its words, its lists, or the titles of its parts. */
function linesOf(section: Section, policy: Policy): string[] {
  const own = [...section.official, ...section.facts];
  return own.length > 0 ? own : policy.childrenOf(section.id).map(({ title }) => title);
}
