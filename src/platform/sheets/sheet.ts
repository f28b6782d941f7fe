/**
 * Writes tables of people's words as spreadsheet files, without anything that a spreadsheet program would
 * execute.
 */
import { stringify } from 'csv-stringify/sync';

export const SHEET_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type SheetKind = keyof typeof SHEET_TYPES;

export interface Sheet {
  /** At most 31 characters; shown on the tab. */
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** Numbers are those to reckon with; codes and dates are text. */
export type Cell = string | number;

/** The maximum width of a column, in characters. */
const MOST_WIDTH = 60;

/** RFC 4180 in UTF-8, with the byte order mark by which Excel recognises it. */
export function toCsv({ head, rows }: Sheet): Buffer {
  const lines = tableOf({ head, rows });
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: '\r\n' }));
}

/** Returns a workbook with these sheets. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  // Most processes never need it.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const workbook = sheets.map(({ title, head, rows }) => {
    const [first = [], ...rest] = tableOf({ head, rows });
    const bold = first.map((value) => ({ value, fontWeight: 'bold' }) as const);
    return {
      sheet: title,
      data: [bold, ...rest],
      stickyRowsCount: 1,
      columns: head.map((_, at) => ({ width: widthOf([first, ...rest], at) })),
    };
  });
  return writeWorkbook(workbook).toBuffer();
}

const tableOf = ({ head, rows }: Pick<Sheet, 'head' | 'rows'>): Cell[][] =>
  [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell)));

function widthOf(table: readonly Cell[][], at: number): number {
  const longest = table.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
  return Math.min(MOST_WIDTH, longest + 2);
}

/**
 * Prefixes text that looks like a formula with an apostrophe, so that no spreadsheet evaluates people's words
 * (OWASP, CSV injection). Looks behind control characters, which XML cannot hold and which are left out there.
 */
function inert(cell: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell) ? `'${cell}` : cell;
}
