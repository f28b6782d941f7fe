/**
 * Reads a file of another channel, and says what is wrong with each row. A file comes in UTF-8, UTF-16 or Windows-1252,
 * with commas, semicolons or tabs, as Excel and ticket systems write it.
 */
import { CsvFault, type CsvRow, csvRows, decoded, MOST_CELLS } from '../../../platform/text/csv.js';
import type { Arrived } from './arrived.js';
import { channelIn, dayIn, healthIn, kindIn } from './cells.js';
import { type CellsOf, type Column, columnsOf, isHeader, NEEDED } from './columns.js';

export const MOST_ROWS = 5_000;
/** With the empty ones, which Excel likes to save behind the others. */
const MOST_WITH_EMPTY = 20_000;
/** The titles of all columns have some hundreds. */
const FIRST_LINE = 10_000;
const MOST_TEXT = 4_000;
const LEAST_TEXT = 10;
const MOST_ID = 80;
const MOST_CELL = 120;

/** What is wrong. `row` counts as Excel does: the header is row 1. */
export interface Problem {
  row: number;
  why:
    | 'not-csv'
    | 'no-rows'
    | 'too-many-rows'
    | 'missing-column'
    | 'missing'
    | 'too-long'
    | 'too-short'
    | 'unknown'
    | 'not-a-date'
    | 'future'
    | 'twice';
  column?: Column;
  /** What stands there, or the other row. */
  value?: string | undefined;
}

export interface Reading {
  rows: Arrived[];
  problems: Problem[];
}

/** Undefined for a file that is none of another channel. @param today `YYYY-MM-DD`. */
export function readSourceFile(content: Uint8Array, today: string): Reading | undefined {
  const text = decoded(content);
  const [first = ''] = text.slice(0, FIRST_LINE).split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].reduce((best, next) =>
    first.split(next).length > first.split(best).length ? next : best,
  );
  const titles = first.split(delimiter, MOST_CELLS);
  const columns = columnsOf(titles.map((cell) => cell.replace(/^\s*"|"\s*$/g, '')));
  if (!isHeader(columns)) return undefined;
  const missing = NEEDED.filter((column) => !columns.includes(column));
  if (missing.length > 0) return failed(missing.map((column) => ({ row: 1, why: 'missing-column', column })));
  try {
    return rowsOf(csvRows(text, 1 + MOST_WITH_EMPTY, { delimiter }).slice(1), columns, today);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    const { code, line } = error;
    return failed([
      code === 'TOO_MANY_ROWS' ? { row: 1, why: 'too-many-rows' } : { row: line, why: 'not-csv' },
    ]);
  }
}

const failed = (problems: Problem[]): Reading => ({ rows: [], problems });

function rowsOf(lines: readonly CsvRow[], columns: readonly (Column | undefined)[], today: string): Reading {
  const filled = lines
    .map(({ cells }, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return failed([{ row: 1, why: 'no-rows' }]);
  if (filled.length > MOST_ROWS) return failed([{ row: 1, why: 'too-many-rows' }]);
  const rows: Arrived[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of filled) {
    const record: CellsOf = {};
    cells.forEach((cell, at) => {
      const column = columns[at];
      if (column) record[column] ??= cell.normalize('NFC');
    });
    const read = rowOf(record, row, today);
    if ('problems' in read) {
      problems.push(...read.problems);
      continue;
    }
    const key = `${read.channel}:${read.ownId}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row);
    else problems.push({ row, why: 'twice', column: 'id', value: String(before) });
    rows.push(read);
  }
  return { rows, problems };
}

function rowOf(cells: CellsOf, row: number, today: string): Arrived | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (why: Problem['why'], column: Column, value?: string) =>
    void problems.push({ row, why, column, value });
  const of = (column: Column) => cells[column] ?? '';
  const channel = channelIn(of('channel'));
  const kind = kindIn(of('kind'));
  const health = healthIn(of('health'));
  const occurredOn = dayIn(of('date'));
  for (const column of NEEDED) if (of(column) === '') wrong('missing', column);
  if (of('channel') !== '' && !channel) wrong('unknown', 'channel', of('channel'));
  if (of('kind') !== '' && !kind) wrong('unknown', 'kind', of('kind'));
  if (of('health') !== '' && !health) wrong('unknown', 'health', of('health'));
  if (of('date') !== '' && !occurredOn) wrong('not-a-date', 'date', of('date'));
  if (occurredOn && occurredOn > today) wrong('future', 'date', of('date'));
  if (of('id').length > MOST_ID) wrong('too-long', 'id', String(MOST_ID));
  const text = of('text');
  if (text.length > MOST_TEXT) wrong('too-long', 'text', String(MOST_TEXT));
  if (of('text') !== '' && text.length < LEAST_TEXT) wrong('too-short', 'text', String(LEAST_TEXT));
  for (const column of ['area', 'service', 'site', 'person'] as const)
    if (of(column).length > MOST_CELL) wrong('too-long', column, String(MOST_CELL));
  if (problems.length > 0 || !channel || !occurredOn) return { problems };
  return {
    channel,
    ownId: of('id'),
    ...(kind && { kind }),
    occurredOn,
    text,
    area: of('area'),
    place: [of('service'), of('site')].filter(Boolean).join(' · '),
    person: of('person'),
    ...(health && health !== 'no' && { health }),
  };
}
