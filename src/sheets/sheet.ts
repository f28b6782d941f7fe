/** Tables of people's words as files that a spreadsheet program opens, with nothing in them that it would run. */
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';

export const SHEET_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type SheetKind = keyof typeof SHEET_TYPES;

export interface Sheet {
  /** At most 31 characters, as the tab shows it. */
  title: string;
  columns: readonly { title: string /** In characters. */; width: number }[];
  rows: readonly (readonly string[])[];
}

/** A cell that begins so is a formula to spreadsheet programs, also in CSV. */
const FORMULA = /^[=+\-@\t\r]/;

export async function toFile(sheet: Sheet, kind: SheetKind): Promise<Buffer> {
  return kind === 'xlsx' ? toXlsx(sheet) : toCsv(sheet);
}

/** With the mark by which Excel knows UTF-8, and an apostrophe before what would be a formula. */
function toCsv({ columns, rows }: Sheet): Buffer {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(inert));
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: '\r\n' }));
}

async function toXlsx({ title, columns, rows }: Sheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title: header, width }) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  // A string stays a string in this format; the apostrophe is for whoever saves it as CSV later.
  for (const row of rows) sheet.addRow(row.map(inert));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function inert(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
