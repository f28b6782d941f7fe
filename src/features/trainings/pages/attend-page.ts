/** The web form for people without Teams. */
import { type Html, html } from '../../../platform/pages/html.js';
import { page } from '../../../platform/pages/layout.js';
import type { HttpResponse } from '../../../platform/pages/route.js';
import type { Declaration, DeclarationProblem } from '../service/declaration.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface AttendView {
  path: string;
  title: string;
  facts: readonly { label: string; value: string }[];
  /** The way by Teams, for people who have it: opens the chat with the bot with the same code in the message box. */
  teams?: { chatUrl: string; code: string };
  /** The organisation responsible for the data. */
  organisation: string;
}

/** The problems that the form shows: in a summary above it, and next to its fields. */
export interface Complaint {
  /** A problem of the form as a whole; empty for none. */
  general: string;
  problems: readonly DeclarationProblem[];
}

const FIELDS = ['name', 'contact', 'organisation'] as const;
const AUTOCOMPLETE = { name: 'name', contact: 'on', organisation: 'organization' };

/** Asks for the code on the screen, after the page was opened without a valid one. */
export function codePage(language: Language, view: AttendView, problem: string, status = 200): HttpResponse {
  const text = textIn(language).attend;
  const hasProblem = problem !== '';
  const body = html`${head(language, view, hasProblem ? summary(text.problems, [{ id: 'code', text: problem }]) : html``)}
<form method="get" action="${view.path}">
<div class="field">
<label for="code">${text.codeLabel}</label>
<p class="hint" id="code-hint">${text.codeHint}</p>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required aria-describedby="code-hint"${hasProblem ? html` aria-invalid="true"` : html``}>
</div>
<button type="submit">${text.continue}</button>
</form>`;
  return page(language, { title: text.title, body: html`<main>${body}</main>` }, status);
}

export function formPage(
  language: Language,
  view: AttendView,
  declaration: Declaration,
  complaint: Complaint,
  options: { status?: number; headers?: Record<string, string> } = {},
): HttpResponse {
  const text = textIn(language).attend;
  const { general, problems } = complaint;
  const problemText = (field: DeclarationProblem) =>
    problems.includes(field) ? text[`${field}Problem`] : '';
  const all = [
    ...(general ? [{ id: 'submit', text: general }] : []),
    ...problems.map((field) => ({ id: field, text: problemText(field) })),
  ];
  const body = html`${head(language, view, all.length > 0 ? summary(text.problems, all) : html``)}
<form method="post" action="${view.path}" novalidate>
<input type="hidden" name="ticket" value="${declaration.ticket}">
${FIELDS.map((field) => inputField(field, text[field], field === 'contact' ? text.contactHint : '', declaration[field], problemText(field)))}
<fieldset>
<legend>${text.consentTitle}</legend>
<p class="consent-text" id="consent-text">${text.consentText(view.organisation)}</p>
${problemText('consent') ? html`<p class="error" id="consent-error">${problemText('consent')}</p>` : html``}
<div class="check">
<input type="checkbox" id="consent" name="consent" value="yes" required aria-describedby="consent-text${problemText('consent') ? ' consent-error' : ''}"${declaration.consent ? html` checked` : html``}${problemText('consent') ? html` aria-invalid="true"` : html``}>
<label for="consent">${text.consent}</label>
</div>
</fieldset>
<button type="submit" id="submit">${text.submit}</button>
</form>`;
  return page(
    language,
    { title: text.title, body: html`<main>${body}</main>` },
    options.status ?? 200,
    options.headers,
  );
}

function head(language: Language, view: AttendView, complaints: Html): Html {
  const { attend: text, pages } = textIn(language);
  return html`<p class="policy">${pages.policy}</p>
<h1>${text.title}</h1>
${complaints}
<section class="training" aria-label="${view.title}">
<h2>${view.title}</h2>
<dl>${view.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
</section>
${view.teams ? byTeams(language, view.teams) : html``}
<h2>${text.withoutTeams}</h2>
<p>${text.lead}</p>`;
}

function byTeams(language: Language, { chatUrl, code }: NonNullable<AttendView['teams']>): Html {
  const text = textIn(language).attend;
  return html`<section class="teams" aria-label="${text.haveTeams}">
<h2>${text.haveTeams}</h2>
<p><a class="button" href="${chatUrl}">${text.openTeams}</a></p>
<p>${text.orWrite} <strong class="message">${text.words(code)}</strong></p>
</section>`;
}

/** Lists the problems, with links to the fields; `role="alert"` makes screen readers read it at once. */
function summary(title: string, problems: readonly { id: string; text: string }[]): Html {
  return html`<div class="problems" role="alert">
<p>${title}</p>
<ul>${problems.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul>
</div>`;
}

function inputField(
  id: (typeof FIELDS)[number],
  label: string,
  hint: string,
  value: string,
  problem: string,
): Html {
  const described = [...(hint ? [`${id}-hint`] : []), ...(problem ? [`${id}-error`] : [])].join(' ');
  return html`<div class="field">
<label for="${id}">${label}</label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : html``}
${problem ? html`<p class="error" id="${id}-error">${problem}</p>` : html``}
<input id="${id}" name="${id}" value="${value}" maxlength="120" required autocomplete="${AUTOCOMPLETE[id]}"${described ? html` aria-describedby="${described}"` : html``}${problem ? html` aria-invalid="true"` : html``}>
</div>`;
}
