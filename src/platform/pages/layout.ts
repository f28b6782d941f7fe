import { type Language, textIn } from '../text/catalogue.js';
import { type Html, html } from './html.js';
import type { HttpResponse } from './route.js';

export const STYLE_PATH = '/style.css';

/** Returns Spanish, unless the browser prefers English to Spanish. */
export function languageFor(acceptLanguage: string): Language {
  const wanted = acceptLanguage
    .split(',')
    .map((item) => item.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'es' || language === 'en');
  return wanted === 'en' ? 'en' : 'es';
}

/**
 * A whole page. Styles and scripts are separate files, as the content security policy requires.
 * @param parts `script`: the address of a module. `style`: of a style besides that of every page. `theme`: the one of
 * Teams, where the page is shown there.
 */
export function page(
  language: Language,
  parts: {
    title: string;
    body: Html;
    bodyClass?: string;
    script?: string | undefined;
    style?: string;
    theme?: string;
  },
  status = 200,
  headers: Record<string, string> = {},
): HttpResponse {
  const { title, body, bodyClass = 'form', script, style, theme } = parts;
  const document = html`<!doctype html>
<html lang="${language}"${theme === undefined ? html`` : html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${textIn(language).pages.policy}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
${style ? html`<link rel="stylesheet" href="${style}">` : html``}
${script ? html`<script src="${script}" type="module"></script>` : html``}
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`;
  return { status, content: document.source, type: 'text/html; charset=utf-8', headers };
}

/** A page with a single message. */
export function notePage(
  language: Language,
  note: { title: string; body: string; tone: 'good' | 'warning'; more?: Html },
  status = 200,
  headers: Record<string, string> = {},
): HttpResponse {
  return page(
    language,
    {
      title: note.title,
      body: html`<main>
<p class="policy">${textIn(language).pages.policy}</p>
<section class="note ${note.tone}" role="status">
<h1>${note.title}</h1>
<p>${note.body}</p>
</section>
${note.more ?? html``}
</main>`,
    },
    status,
    headers,
  );
}
