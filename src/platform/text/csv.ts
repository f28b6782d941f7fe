/**
 * Takes files of people apart into cells. All is bounded while it is read: eight megabytes of one sign can be as many cells,
 * and hold up everybody for minutes.
 */
import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse/sync';

/** Several times what any file here has; the last one takes the rest of its row. */
export const MOST_CELLS = 200;
/** In a row, with the line breaks in its cells: a quotation that never ends stops there. Excel lets a cell have 32,767. */
const MOST_CHARACTERS = 100_000;

/** Why a file cannot be taken apart, and from which line on; the first is 1. */
export class CsvFault extends Error {
  constructor(
    /** `TOO_MANY_ROWS`, or a code of csv-parse. */
    readonly code: string,
    readonly line: number,
  ) {
    super(code);
  }
}

export interface CsvRow {
  cells: string[];
  /** The line on which it ends; the first is 1. */
  line: number;
}

/** A text in UTF-8, UTF-16 with or without its mark, as Teams writes, or else Windows-1252, as Excel saves in Spanish. */
export function decoded(content: Uint8Array): string {
  const [first, second] = content;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  if ((first === 0xff && second === 0xfe) || second === 0) return new TextDecoder('utf-16le').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/**
 * @param mostRows with the header, and with empty ones unless the options skip them.
 * @throws CsvFault
 */
export function csvRows(text: string, mostRows: number, options: Options): CsvRow[] {
  const rows = parsed(text, {
    trim: true,
    relax_column_count: true,
    ...options,
    ignore_last_delimiters: MOST_CELLS,
    max_record_size: MOST_CHARACTERS,
    to: mostRows + 1,
    info: true,
  });
  const beyond = rows[mostRows];
  if (beyond) throw new CsvFault('TOO_MANY_ROWS', beyond.info.lines);
  return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
}

function parsed(text: string, options: Options): { record: string[]; info: InfoRecord }[] {
  try {
    return parse(text, options) as unknown as ReturnType<typeof parsed>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvFault(error.code, Number(error.lines) || 1);
  }
}
