/** «Mi página»: its head, the way to its sections, and one of them. Nothing needs a script. */
import { type Html, html } from '../../../platform/pages/html.js';
import { page } from '../../../platform/pages/layout.js';
import type { HttpResponse } from '../../../platform/pages/route.js';
import { drawBlock } from '../../../platform/pages/tab/blocks.js';
import { choicesForm } from '../../../platform/pages/tab/choices.js';
import type { TabContent, TabSection } from '../../../platform/pages/tab/content.js';
import type { Person } from '../../../platform/people/person.js';
import { type Language, textIn } from '../text/catalogue.js';
import { LEAVE, sectionPath, TAB_STYLE } from './paths.js';
import { THEME, themeIn } from './theme.js';

export interface Shown {
  viewer: Person;
  language: Language;
  /** Those that the viewer may open. */
  sections: readonly TabSection[];
  current: TabSection;
  /** A sentence where the section cannot be shown. */
  content: TabContent | string;
  query: URLSearchParams;
  headers: Record<string, string>;
  script?: string | undefined;
}

export async function appPage(shown: Shown): Promise<HttpResponse> {
  const { viewer, language, sections, current, content, query, headers, script } = shown;
  const text = textIn(language);
  const { frame } = text;
  const title = current.title(language);
  const theme = themeIn(query);
  const kept: Record<string, string> = theme ? { [THEME]: theme } : {};
  const links = sections.map((section) => {
    const href = withQuery(sectionPath(section.id), kept);
    const name = section.title(language);
    return section.id === current.id
      ? html`<li><a href="${href}" aria-current="page">${name}</a></li>`
      : html`<li><a href="${href}">${name}</a></li>`;
  });
  const body = html`<a class="skip" href="#contenido">${frame.skip}</a>
<header class="top">
<p class="policy">${text.pages.policy}</p>
<div class="who"><h1>${frame.title}</h1><p>${viewer.name}</p>
<form method="post" action="${LEAVE}"><button class="quiet">${frame.leave}</button></form></div>
<nav class="sections" aria-label="${frame.sections}"><ul>${links}</ul></nav>
</header>
<main id="contenido" tabindex="-1">
<h2>${title}</h2>
${await inside(content, sectionPath(current.id), kept, shown)}
</main>`;
  const parts = { title, body, bodyClass: 'app', style: TAB_STYLE, theme, script };
  return page(language, parts, 200, headers);
}

async function inside(
  content: TabContent | string,
  address: string,
  kept: Readonly<Record<string, string>>,
  { query, language }: Shown,
): Promise<Html> {
  if (typeof content === 'string') return html`<p class="empty" role="status">${content}</p>`;
  const hrefWith = (changes: Readonly<Record<string, string>>) =>
    withQuery(address, { ...Object.fromEntries(query), ...changes });
  const blocks: Html[] = [];
  const isAlone = content.blocks.length === 1;
  for (const block of content.blocks) {
    blocks.push(await drawBlock(block, { hrefWith, query, language }, isAlone));
  }
  return html`${content.note ? html`<p class="lead">${content.note}</p>` : html``}
${choicesForm(content, { address, kept, query, language })}
<div class="blocks">${blocks}</div>`;
}

/** Empty values are left out. */
function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const filled = Object.entries(query).filter(([, value]) => value !== '');
  return filled.length === 0 ? address : `${address}?${new URLSearchParams(filled).toString()}`;
}
