/** Tables of people's words as files that a spreadsheet program opens, with nothing in them that it would run. */
import { stringify } from 'csv-stringify/sync';

export const SHEET_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type SheetKind = keyof typeof SHEET_TYPES;

export interface Sheet {
  /** At most 31 characters, as the tab shows it. */
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A column is as wide as what is in it, in characters, up to this. */
const MOST_WIDTH = 60;

/** RFC 4180 in UTF-8, with the mark by which Excel knows it. */
export function toCsv({ head, rows }: Sheet): Buffer {
  const lines = [head, ...rows].map((row) => row.map(inert));
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: '\r\n' }));
}

/** A workbook with these sheets; every cell is text. */
export async function toXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  // It takes a quarter of a second to load, and most processes never need it.
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
 * Keeps a spreadsheet from taking what people wrote for a formula: what begins like one gets an apostrophe
 * (OWASP, CSV injection).
 */
function inert(cell: string): string {
  return /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
