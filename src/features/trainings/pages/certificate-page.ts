/** The page that checks a certificate, and its two answers. */
import { type Html, html } from '../../../platform/pages/html.js';
import { notePage, page } from '../../../platform/pages/layout.js';
import type { HttpResponse } from '../../../platform/pages/route.js';
import { type Language, textIn } from '../text/catalogue.js';

export const CERTIFICATE_PATH = '/certificado';

/** What was entered, shown again. */
export interface Entered {
  code: string;
  name: string;
}

const AUTOCOMPLETE = { code: 'off', name: 'off' };

/** @param incomplete a field is empty. */
export function checkPage(language: Language, entered: Entered, incomplete = false): HttpResponse {
  const text = textIn(language).certificates.page;
  const field = (name: keyof Entered, most: number): Html => {
    const isMissing = incomplete && entered[name] === '';
    return html`<div class="field">
<label for="${name}">${text[name]}</label>
<p class="hint" id="${name}-hint">${text[`${name}Hint`]}</p>
${isMissing ? html`<p class="error" id="${name}-error">${text[`${name}Problem`]}</p>` : html``}
<input id="${name}" name="${name}" value="${entered[name]}" maxlength="${most}" required autocomplete="${AUTOCOMPLETE[name]}" spellcheck="false" aria-describedby="${name}-hint${isMissing ? ` ${name}-error` : ''}"${isMissing ? html` aria-invalid="true"` : html``}>
</div>`;
  };
  const body = html`<main class="certificate">
<p class="policy">${textIn(language).pages.policy}</p>
<h1>${text.title}</h1>
<p>${text.lead}</p>
<form method="post" action="${CERTIFICATE_PATH}" novalidate>
${field('code', 60)}
${field('name', 160)}
<button type="submit">${text.check}</button>
</form>
</main>`;
  return page(language, { title: text.title, body }, incomplete ? 422 : 200);
}

/** @param facts of the training; undefined when code and name do not match. Never a person's name. */
export function verdictPage(
  language: Language,
  facts: readonly { label: string; value: string }[] | undefined,
): HttpResponse {
  const text = textIn(language).certificates.page;
  const again = html`<p><a href="${CERTIFICATE_PATH}">${text.again}</a></p>`;
  if (!facts) {
    return notePage(language, {
      title: text.noMatch,
      body: text.noMatchMeaning,
      tone: 'warning',
      more: again,
    });
  }
  const list = html`<section class="training" aria-label="${text.of}">
<h2>${text.of}</h2>
<dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
</section>
${again}`;
  return notePage(language, { title: text.match, body: text.matchMeaning, tone: 'good', more: list });
}
