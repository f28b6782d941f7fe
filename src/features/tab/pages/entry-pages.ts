/** The pages before «mi página», and after it. */
import { type Html, html } from '../../../platform/pages/html.js';
import { notePage, page } from '../../../platform/pages/layout.js';
import type { HttpResponse } from '../../../platform/pages/route.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { type Language, textIn } from '../text/catalogue.js';
import { APP, entryPath } from './paths.js';

interface EntryParts {
  botId: string;
  script?: string | undefined;
  headers: Record<string, string>;
}

/** Asks for a click: what loads a link in advance would use it up. */
export function entryPage(
  { headers }: EntryParts,
  language: Language,
  { key, name, section }: { key: string; name: string; section: string },
): HttpResponse {
  const {
    frame: { entry },
    pages,
  } = textIn(language);
  const body = html`<main>
<p class="policy">${pages.policy}</p>
<h1>${entry.title}</h1>
<p>${entry.of(name)}</p>
<form method="post" action="${entryPath(key)}">
<input type="hidden" name="parte" value="${section}">
<button>${entry.open}</button>
</form>
<p class="hint">${entry.once}</p>
</main>`;
  return page(language, { title: entry.title, body }, 200, headers);
}

/** For a browser without a session. In Teams its script signs in by itself, and says so meanwhile. */
export function closedPage(parts: EntryParts, language: Language): HttpResponse {
  const {
    frame: { entry },
    pages,
  } = textIn(language);
  const { closedTitle: title, closed, opening, failed, chat } = entry;
  const body = html`<main>
<p class="policy">${pages.policy}</p>
<section class="note warning" role="status" data-opening="${opening}" data-failed="${failed}">
<h1>${title}</h1>
<p>${closed}</p>
</section>
<p><a class="button" href="${chatUrl(parts.botId)}">${chat}</a></p>
</main>`;
  return page(language, { title, body, script: parts.script }, 401, parts.headers);
}

export function notedPage(
  { botId, headers }: EntryParts,
  language: Language,
  { title, body, back = false }: { title: string; body: string; back?: boolean },
  status: number,
  more: Record<string, string> = {},
): HttpResponse {
  const { entry } = textIn(language).frame;
  const next: Html = back
    ? html`<p><a class="button" href="${APP}">${entry.back}</a></p>`
    : html`<p><a class="button" href="${chatUrl(botId)}">${entry.chat}</a></p>`;
  const tone = status === 200 ? 'good' : 'warning';
  return notePage(language, { title, body, tone, more: next }, status, { ...headers, ...more });
}
