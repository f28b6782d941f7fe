/** The page of the projected screen: a shell that its script fills. */
import { html } from '../../../platform/pages/html.js';
import { page } from '../../../platform/pages/layout.js';
import type { HttpResponse } from '../../../platform/pages/route.js';
import { type Language, textIn } from '../text/catalogue.js';

export const SCRIPT_PATH = '/trainings/screen.js';

export function screenPage(
  language: Language,
  view: { title: string; when: string; eventsPath: string },
): HttpResponse {
  const text = textIn(language).screen;
  const body = html`<main class="board" data-events="${view.eventsPath}" data-early="${text.early}" data-late="${text.late}" data-closed="${text.closed}" data-offline="${text.offline}" data-gone="${text.gone}">
<header>
<div>
<h1 class="title">${view.title}</h1>
<p>${view.when}</p>
</div>
<button type="button" class="full-screen">${text.fullScreen}</button>
</header>
<p class="sign" role="status" hidden></p>
<section class="register" aria-label="${text.scan}">
<figure class="teams-qr">
<img alt="${text.teamsQr}" hidden>
<figcaption>${text.withTeams}</figcaption>
</figure>
<div class="typed">
<p>${text.orType}</p>
<p class="message"><span class="word">${text.word}</span> <strong class="code" translate="no"></strong></p>
<progress max="1" value="0" aria-label="${text.changes}"></progress>
<p class="changes">${text.changes}</p>
<p class="count"><strong class="number">0</strong><span class="capacity" data-of="${text.ofCapacity}"></span> <span>${text.registered}</span></p>
</div>
<figure class="web-qr">
<img alt="${text.webQr}" hidden>
<figcaption>${text.withoutTeams}</figcaption>
</figure>
</section>
<p class="no-phone">${text.noPhone}</p>
<noscript>${text.noScript}</noscript>
</main>`;
  return page(language, { title: text.title, body, bodyClass: 'screen', script: SCRIPT_PATH });
}
