/** Recognises the tables of an attendance report by their headings, in English and Spanish. */
import type { CsvRow } from '../../../platform/text/csv.js';
import { fold } from '../../../platform/text/fold.js';

const HEADINGS = {
  name: /^(?:full name|name|nombre completo|nombre(?: y apellidos?)?|participante)$/,
  action: /\baction\b|\baccion\b/,
  timestamp: /\btimestamp\b|\bmarca (?:de tiempo|temporal)\b|^fecha y hora$/,
  join: /\bjoin(?:ed)?\b|\bentrada\b|\bunion\b|\bingreso\b|\bincorporacion\b/,
  leave: /\bleave\b|\bleft\b|\bsalida\b|\babandono\b/,
  duration: /\bduration\b|\bduracion\b/,
  upn: /\bupn\b/,
  email: /^e-?mail$|^correo(?: electronico)?$|^direccion de correo/,
} as const;
type Column = keyof typeof HEADINGS;

/** A row that begins the next part of a report: "2. Participants". */
const SECTION = /^\d+\. ?\p{L}/u;

export interface ReportTable {
  /** One row for each person, from first joining to last leaving; the others have one for each time. */
  isSummary: boolean;
  /** The times are in UTC. */
  isUtc: boolean;
  isSpanish: boolean;
  rows: Partial<Record<Column, string>>[];
}

/** The tables with people in a report that was taken apart into cells. */
export function tablesOf(lines: readonly CsvRow[]): ReportTable[] {
  const tables: ReportTable[] = [];
  let places: (Column | undefined)[] = [];
  for (const { cells } of lines) {
    const columns = columnsOf(cells);
    if (columns) {
      places = columns;
      const head = cells.map(fold);
      tables.push({
        isSummary: head.some((cell) => /\bfirst\b|\bprimer[ao]?\b/.test(cell)),
        isUtc: head.some((cell) => /\(utc\)/.test(cell)),
        isSpanish: head.some((cell) => cell.startsWith('nombre') || cell === 'participante'),
        rows: [],
      });
    } else if (SECTION.test(cells.filter(Boolean).join('\t')) && cells.filter(Boolean).length === 1) {
      places = [];
    } else if (places.length > 0) {
      const row: ReportTable['rows'][number] = {};
      cells.forEach((cell, at) => {
        const column = places[at];
        if (column) row[column] ??= cell.trim();
      });
      if (row.name) tables.at(-1)?.rows.push(row);
    }
  }
  return tables;
}

/** The column at each place of a heading; undefined for a row that is none. */
function columnsOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const names = Object.keys(HEADINGS) as Column[];
  const columns = cells.map(fold).map((cell) => names.find((name) => HEADINGS[name].test(cell)));
  const has = (...wanted: Column[]) => wanted.every((column) => columns.includes(column));
  return has('name', 'action', 'timestamp') || has('name', 'join') ? columns : undefined;
}
