/** Searches, sorts and leafs through the rows of a table, as the query of the address asks. */
import { fold } from '../../text/fold.js';
import type { TabCell, TabRow, TabTable } from './content.js';

export const PAGE_SIZE = 25;
/** The name in the query of what is searched for, in every table of a section. */
export const SEARCH = 'q';
const MOST_SEARCHED = 100;

export interface Listing {
  rows: readonly TabRow[];
  /** Counted from 1. */
  page: number;
  pages: number;
  /** Rows that were found. */
  found: number;
  sort?: { column: number; isDescending: boolean } | undefined;
}

export const sortOf = ({ id }: TabTable) => `orden-${id}`;
export const pageOf = ({ id }: TabTable) => `pagina-${id}`;

/** The search text as written; empty for none. */
export const searched = (query: URLSearchParams): string =>
  (query.get(SEARCH) ?? '').trim().slice(0, MOST_SEARCHED);

/** An unknown column or page is ignored. */
export function listingOf(table: TabTable, query: URLSearchParams): Listing {
  const wanted = fold(searched(query)).split(' ');
  const rows = table.rows.filter(({ cells }) => {
    const all = fold(cells.map(({ text }) => text).join(' '));
    return wanted.every((word) => all.includes(word));
  });
  const sort = askedSort(table, query.get(sortOf(table)) ?? '');
  if (sort) rows.sort((one, other) => compared(one, other, sort));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const asked = Math.trunc(Number(query.get(pageOf(table)) ?? 1));
  const page = asked >= 1 && asked <= pages ? asked : 1;
  const first = (page - 1) * PAGE_SIZE;
  return { rows: rows.slice(first, first + PAGE_SIZE), page, pages, found: rows.length, sort };
}

/** `2`: by the second column. `-2`: the other way round. */
function askedSort({ columns }: TabTable, asked: string): Listing['sort'] {
  const [, minus = '', digits = ''] = /^(-?)(\d{1,2})$/.exec(asked) ?? [];
  const column = Number(digits) - 1;
  return columns[column] && { column, isDescending: minus !== '' };
}

function compared(
  one: TabRow,
  other: TabRow,
  { column, isDescending }: NonNullable<Listing['sort']>,
): number {
  const order = inOrder(sortKeyOf(one.cells[column]), sortKeyOf(other.cells[column]));
  return isDescending ? -order : order;
}

const sortKeyOf = (cell: TabCell | undefined) => cell?.sortBy ?? cell?.text ?? '';

function inOrder(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'es', { numeric: true, sensitivity: 'base' });
}
