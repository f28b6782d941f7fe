/** Draws what a section shows. */
import { type Language, textIn } from '../../text/catalogue.js';
import { Html, html } from '../html.js';
import { chartSvg, legendOf } from './chart-svg.js';
import { chartTable } from './chart-table.js';
import type { ChartData, TabBlock, TabChart, TabFigures, TabRow, TabTable } from './content.js';
import { listingOf, pageOf, sortOf } from './listing.js';

export interface Drawing {
  /** The address of the section with this in its query. */
  hrefWith: (changes: Readonly<Record<string, string>>) => string;
  query: URLSearchParams;
  language: Language;
}

/** @param isAlone the heading of the section is the block's too. */
export async function drawBlock(block: TabBlock, drawing: Drawing, isAlone: boolean): Promise<Html> {
  switch (block.kind) {
    case 'figures':
      return figures(block);
    case 'table':
      return table(block, drawing, isAlone);
    case 'chart':
      return chart(block, drawing);
  }
}

function figures({ figures: shown }: TabFigures): Html {
  const tiles = shown.map(
    ({ title, value, detail }) => html`<div class="figure">
<dt>${title}</dt>
<dd><strong>${value}</strong>${detail ? html` <span>${detail}</span>` : html``}</dd>
</div>`,
  );
  return html`<dl class="figures">${tiles}</dl>`;
}

async function chart({ title, chart: data, note }: TabChart, { language }: Drawing): Promise<Html> {
  const text = textIn(language).tab.chart;
  const { head, rows } = chartTable(data, language);
  const svg = new Html(await chartSvg(data, text.described(title), language));
  const [first = '', ...others] = head;
  const body = rows.map(
    ([category = '', ...values]) =>
      html`<tr><th scope="row">${category}</th>${values.map((value) => html`<td class="amount">${value}</td>`)}</tr>`,
  );
  return html`<figure class="chart">
<figcaption>${title}</figcaption>
${data.series.length > 1 ? legend(data) : html``}
${svg}
<details><summary>${text.table}</summary>
<div class="wide" tabindex="0" role="region" aria-label="${text.tableOf(title)}"><table>
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col" class="amount">${name}</th>`)}</tr></thead>
<tbody>${body}</tbody>
</table></div></details>
${note ? html`<p class="hint">${note}</p>` : html``}
</figure>`;
}

function legend(data: ChartData): Html {
  const items = legendOf(data).map(
    ({ sign, name, colour }) =>
      html`<li><span class="${colour}" aria-hidden="true">${sign}</span> ${name}</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}

function table(block: TabTable, drawing: Drawing, isAlone: boolean): Html {
  const { title, empty, note, rows, columns } = block;
  const text = textIn(drawing.language).tab;
  const listing = listingOf(block, drawing.query);
  const heading = html`<h3 id="${block.id}" class="${isAlone ? 'unseen' : ''}">${title}</h3>`;
  const below = note ? html`<p class="hint">${note}</p>` : html``;
  if (listing.found === 0) {
    const nothing = rows.length === 0 ? empty : text.nothingFound;
    return html`<section aria-labelledby="${block.id}">${heading}<p class="empty">${nothing}</p>${below}</section>`;
  }
  const hasLinks = rows.some(({ link }) => link !== undefined);
  const action = hasLinks
    ? html`<th scope="col" role="columnheader" class="action">${text.decide}</th>`
    : html``;
  return html`<section aria-labelledby="${block.id}">${heading}
<p class="hint">${text.found(listing.found)}</p>
<table class="rows" role="table" aria-labelledby="${block.id}">
<thead role="rowgroup"><tr role="row" data-title="${text.sort}">${columns.map((_, at) => columnHead(block, at, listing.sort, drawing))}${action}</tr></thead>
<tbody role="rowgroup">${listing.rows.map((row) => line(block, row, hasLinks))}</tbody>
</table>
${pager(block, listing, drawing)}${below}</section>`;
}

function columnHead(
  block: TabTable,
  at: number,
  sort: { column: number; isDescending: boolean } | undefined,
  { hrefWith }: Drawing,
): Html {
  const column = block.columns[at];
  const isSorted = sort?.column === at;
  const order = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  const mark = isSorted ? (sort.isDescending ? ' ▼' : ' ▲') : '';
  const next = `${isSorted && !sort.isDescending ? '-' : ''}${at + 1}`;
  const href = hrefWith({ [sortOf(block)]: next, [pageOf(block)]: '' });
  return html`<th scope="col" role="columnheader" aria-sort="${order}" class="${column?.isNumber ? 'amount' : ''}"><a href="${href}">${column?.title ?? ''}<span aria-hidden="true">${mark}</span></a></th>`;
}

function line({ columns }: TabTable, { cells, link }: TabRow, hasLinks: boolean): Html {
  const filled = columns.map(({ title, isNumber }, at) => {
    const { text = '', tone = 'plain' } = cells[at] ?? {};
    return html`<td role="cell" data-title="${title}" class="${isNumber ? 'amount' : ''}"><span class="${tone}">${text}</span></td>`;
  });
  const [named = ''] = cells.map(({ text }) => text);
  const opens = link
    ? html`<a class="decide" href="${link.url}" target="_blank" rel="noopener" aria-label="${link.title}: ${named}">${link.title}</a>`
    : html``;
  return html`<tr role="row">${filled}${hasLinks ? html`<td role="cell" class="action">${opens}</td>` : html``}</tr>`;
}

function pager(block: TabTable, { page, pages }: { page: number; pages: number }, drawing: Drawing): Html {
  if (pages === 1) return html``;
  const text = textIn(drawing.language).tab;
  const href = (to: number) => `${drawing.hrefWith({ [pageOf(block)]: String(to) })}#${block.id}`;
  return html`<nav class="pager" aria-label="${text.pagesOf(block.title)}">
${page > 1 ? html`<a href="${href(page - 1)}" rel="prev">${text.before}</a>` : html``}
<span>${text.page(page, pages)}</span>
${page < pages ? html`<a href="${href(page + 1)}" rel="next">${text.after}</a>` : html``}
</nav>`;
}
