/** Reads an exported file of people and reports its errors by line. */
import { CsvFault, csvRows } from '../text/csv.js';
import { csvLine } from './people-csv.js';
import type { Person } from './person.js';

/** An error in the file; `line` counts from 1, which is the header. */
export interface ImportProblem {
  line: number;
  message: string;
}

interface Placed {
  line: number;
  person: Person;
}

const LINE_FEED = 0x0a;
/** Several times what an organisation has. */
const MOST_PEOPLE = 100_000;
const COLUMNS = ['aad_object_id', 'name', 'email', 'superior', 'roles', 'deputy', 'area'];

const ENCODING = 'not UTF-8; in Excel, save it as "CSV UTF-8 (comma delimited)"';

/**
 * Decodes a file. Other encodings, such as Windows-1252, are refused: read as UTF-8, they would lose their
 * accents.
 * @returns the text, or the problem at the first line that is not UTF-8.
 */
export function decodeImport(
  bytes: Uint8Array,
): { csv: string; problem?: undefined } | { csv?: undefined; problem: ImportProblem } {
  const whole = utf8(bytes);
  if (whole !== undefined) return { csv: whole };
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, at);
    const next = end < 0 ? bytes.length : end + 1;
    if (utf8(bytes.subarray(at, next)) === undefined) break;
    at = next;
  }
  return { problem: { line, message: ENCODING } };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * @param csv with the columns aad_object_id, name, email, superior, roles (separated by `;`), deputy and
 * area.
 * @param known the people who are in the directory already; a superior may be one of them.
 * @param isComplete tells whether people who are not in the file are removed from the directory.
 * @returns the people of the file; import them only when there are no problems.
 */
export function readImport(
  csv: string,
  known: readonly Person[],
  isComplete = false,
): { people: Person[]; problems: ImportProblem[] } {
  const { rows, problems } = readRows(csv);
  const placed: Placed[] = [];
  for (const { line, record } of rows) {
    const parsed = csvLine.safeParse(record);
    if (parsed.success) placed.push({ line, person: parsed.data });
    else problems.push(...parsed.error.issues.map((issue) => toProblem(line, record, issue)));
  }
  const people = placed.map(({ person }) => person);
  const everybody = new Map([...known, ...people].map((person) => [person.id, person]));
  problems.push(
    ...twins(placed, 'aad_object_id', ({ id }) => id),
    ...twins(placed, 'email', ({ email }) => email.toLowerCase()),
    ...strangers(placed, everybody),
    ...loops(placed, everybody),
  );
  if (isComplete && problems.length === 0 && !people.some(({ roles }) => roles.includes('humanization'))) {
    const message = 'roles: nobody has humanization; cases without a superior would reach nobody';
    problems.push({ line: 1, message });
  }
  return { people, problems: problems.sort((one, other) => one.line - other.line) };
}

interface CsvRow {
  line: number;
  record: Record<string, string>;
}

/** Excel separates columns by semicolons when the decimal sign is a comma, as in Colombia. */
function delimiterOf(csv: string): string {
  const [header = ''] = csv.split('\n', 1);
  return header.includes(',') ? ',' : ';';
}

function readRows(csv: string): { rows: CsvRow[]; problems: ImportProblem[] } {
  const wrong = (message: string) => ({ rows: [], problems: [{ line: 1, message }] });
  try {
    const options = { delimiter: delimiterOf(csv), bom: true, skip_empty_lines: true };
    const [header, ...rows] = csvRows(csv, 1 + MOST_PEOPLE, options);
    const names = header?.cells ?? [];
    const missing = COLUMNS.filter((name) => !names.includes(name));
    if (missing.length > 0) return wrong(`no column ${missing.join(', ')}`);
    if (rows.length === 0) return wrong('nobody stands under the header');
    const recordOf = (cells: readonly string[]) =>
      Object.fromEntries(cells.slice(0, names.length).map((cell, at) => [names[at], cell]));
    return { rows: rows.map(({ cells, line }) => ({ line, record: recordOf(cells) })), problems: [] };
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { rows: [], problems: [{ line: error.line, message: `not CSV: ${error.code}` }] };
  }
}

function toProblem(
  line: number,
  record: Record<string, string>,
  issue: { path: PropertyKey[]; message: string },
): ImportProblem {
  const column = String(issue.path[0]);
  const value = record[column] ?? '';
  return { line, message: value === '' ? `${column}: missing` : `${column}: "${value}" does not fit` };
}

function twins(
  placed: readonly Placed[],
  column: string,
  keyOf: (person: Person) => string,
): ImportProblem[] {
  const first = new Map<string, number>();
  return placed.flatMap(({ line, person }) => {
    const value = keyOf(person);
    const before = value === '' ? undefined : first.get(value);
    if (value !== '' && before === undefined) first.set(value, line);
    return before === undefined
      ? []
      : [{ line, message: `${column}: "${value}" stands in line ${before} too` }];
  });
}

function strangers(placed: readonly Placed[], everybody: ReadonlyMap<string, Person>): ImportProblem[] {
  return placed.flatMap(({ line, person }) =>
    (['superior', 'deputy'] as const).flatMap((column) => {
      const id = column === 'superior' ? person.superiorId : person.deputyId;
      const isKnown = id === undefined || everybody.has(id);
      return isKnown ? [] : [{ line, message: `${column}: nobody has the id ${id}` }];
    }),
  );
}

/** Reports each loop once, at the first of its lines. */
function loops(placed: readonly Placed[], everybody: ReadonlyMap<string, Person>): ImportProblem[] {
  const done = new Set<string>();
  return placed.flatMap(({ line, person }) => {
    const path: string[] = [];
    let id: string | undefined = person.id;
    while (id !== undefined && !done.has(id) && !path.includes(id)) {
      path.push(id);
      id = everybody.get(id)?.superiorId;
    }
    const loop = id !== undefined && path.includes(id) ? path.slice(path.indexOf(id)) : [];
    for (const member of path) done.add(member);
    if (loop.length === 0) return [];
    const names = loop.map((member) => everybody.get(member)?.name ?? member);
    const at = placed.find((one) => loop.includes(one.person.id))?.line ?? line;
    return [
      { line: at, message: `superior: the line leads back to itself: ${[...names, names[0]].join(' → ')}` },
    ];
  });
}
