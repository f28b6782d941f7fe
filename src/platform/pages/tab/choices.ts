/** The form above a section: search and choices. It works without a script. */
import { type Language, textIn } from '../../text/catalogue.js';
import { type Html, html } from '../html.js';
import type { TabChoice, TabContent } from './content.js';
import { SEARCH, searched } from './listing.js';

/**
 * @param address of the section, where the answers go.
 * @param kept what stays in the query besides.
 */
export function choicesForm(
  { blocks, choices = [] }: TabContent,
  {
    address,
    kept,
    query,
    language,
  }: {
    address: string;
    kept: Readonly<Record<string, string>>;
    query: URLSearchParams;
    language: Language;
  },
): Html {
  const text = textIn(language).tab;
  const hasRows = blocks.some((block) => block.kind === 'table' && block.rows.length > 1);
  const isSearched = searched(query) !== '';
  if (!hasRows && !isSearched && choices.length === 0) return html``;
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const search =
    hasRows || isSearched
      ? html`<label>${text.search}<input type="search" name="${SEARCH}" value="${searched(query)}" maxlength="100" autocomplete="off"></label>`
      : html``;
  return html`<form class="choices" role="search" method="get" action="${address}">
${hidden}${search}${choices.map(select)}
<button>${text.apply}</button>
${isSearched ? html`<a href="${address}?${new URLSearchParams(kept).toString()}">${text.clear}</a>` : html``}
</form>`;
}

function select({ name, label, options, value: chosen }: TabChoice): Html {
  const items = options.map(({ value, title }) =>
    value === chosen
      ? html`<option value="${value}" selected>${title}</option>`
      : html`<option value="${value}">${title}</option>`,
  );
  return html`<label>${label}<select name="${name}">${items}</select></label>`;
}
