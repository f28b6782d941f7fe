/** The list of a training as a file. */
import { type Language, textIn } from '../text/catalogue.js';
import { sortableMoment } from '../text/dates.js';
import type { Correction } from './attendance-store.js';
import { type Attendee, sharedDevices } from './attendee.js';

export type Table = string[][];

/** The sheets of an export, the first line of each being its head. */
export interface Sheets {
  attendance: Table;
  corrections: Table;
}

export function sheetsOf(
  attendees: readonly Attendee[],
  corrections: readonly Correction[],
  language: Language,
): Sheets {
  const text = textIn(language).trainings;
  const { sheet } = text;
  const shared = new Set(sharedDevices(attendees).flat());
  const inOrder = [...attendees].sort((one, other) => one.at.localeCompare(other.at));
  return {
    attendance: [
      [...sheet.columns],
      ...inOrder.map((attendee) => [
        attendee.name,
        attendee.area,
        attendee.contact,
        sortableMoment(new Date(attendee.at)),
        text.means[attendee.means],
        attendee.verified ? sheet.verified : sheet.declared,
        attendee.rotating ? sheet.yes : sheet.no,
        shared.has(attendee) ? sheet.yes : sheet.no,
      ]),
    ],
    corrections: [
      [...sheet.correctionColumns],
      ...corrections.map(({ at, kind, name, byName, reason }) => [
        sortableMoment(new Date(at)),
        sheet[kind],
        name,
        byName,
        reason,
      ]),
    ],
  };
}

/**
 * Keeps a spreadsheet from taking what people wrote for a formula: what begins like one gets an apostrophe
 * (OWASP, CSV injection).
 */
export function inert(cell: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180 in UTF-8, with the mark by which Excel knows it. */
export function toCsv(table: Table): string {
  const lines = table.map((row) => row.map((cell) => quoted(inert(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An Excel workbook with both sheets; every cell is text. */
export async function toXlsx({ attendance, corrections }: Sheets, language: Language): Promise<Buffer> {
  // It takes a quarter of a second to load, and most processes never need it.
  const { default: Excel } = await import('exceljs');
  const { sheet } = textIn(language).trainings;
  const book = new Excel.Workbook();
  for (const [name, table] of [
    [sheet.name, attendance],
    [sheet.corrections, corrections],
  ] as const) {
    const added = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    added.addRows(table.map((row) => row.map(inert)));
    added.getRow(1).font = { bold: true };
    table[0]?.forEach((_, at) => {
      added.getColumn(at + 1).width = Math.min(50, Math.max(...table.map((row) => row[at]?.length ?? 0)) + 2);
    });
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
