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
  rows: readonly (readonly string[])[];
}

/** The maximum width of a column, in characters. */
const MOST_WIDTH = 60;

/** RFC 4180 in UTF-8, with the byte order mark by which Excel recognises it. */
export function toCsv({ head, rows }: Sheet): Buffer {
  const lines = [head, ...rows].map((row) => row.map(inert));
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: '\r\n' }));
}

/** Returns a workbook with these sheets; every cell is text. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  // exceljs takes a quarter of a second to load, and most processes never need it.
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  for (const { title, head, rows } of sheets) {
    const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
    const table = [head, ...rows].map((row) => row.map(inert));
    sheet.addRows(table);
    sheet.getRow(1).font = { bold: true };
    head.forEach((_, at) => {
      const longest = table.reduce((most, row) => Math.max(most, row[at]?.length ?? 0), 0);
      sheet.getColumn(at + 1).width = Math.min(MOST_WIDTH, longest + 2);
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/**
 * Prefixes text that looks like a formula with an apostrophe, so that no spreadsheet evaluates people's words
 * (OWASP, CSV injection).
 */
function inert(cell: string): string {
  return /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
