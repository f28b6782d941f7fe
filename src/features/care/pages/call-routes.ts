/** The page that dials: Teams opens it where it would ignore a telephone link in a card. */
import { html } from '../../../platform/pages/html.js';
import { languageFor, notePage } from '../../../platform/pages/layout.js';
import type { HttpRoute } from '../../../platform/pages/route.js';
import { HELPLINES, type Helpline, type Helplines } from '../../../platform/text/helplines.js';
import { textIn } from '../text/catalogue.js';

const PATH = '/llamar';

export const callPath = (line: Helpline): string => `${PATH}/${line}`;

export function callRoutes(helplines: Helplines): HttpRoute[] {
  return [
    {
      method: 'get',
      path: `${PATH}/:line`,
      handle: async ({ params, header }) => {
        const language = languageFor(header('accept-language'));
        const { care } = textIn(language);
        // An address with a mistake still shows a number that helps.
        const line = HELPLINES.find((one) => one === params.line) ?? 'emergency';
        const number = helplines[line];
        const more = html`<p><a class="dial" href="tel:${number.replace(/[^\d+]/g, '')}">${care.call(number)}</a></p>
<p>${care.dialYourself(number)}</p>`;
        return notePage(language, { title: number, body: care.lines[line], tone: 'warning', more });
      },
    },
  ];
}
