/**
 * Reads Teams' attendance report: the flat format ("Full Name, User Action, Timestamp") and those with parts
 * ("1. Summary", "2. Participants", "3. In-Meeting Activities"), in English and Spanish.
 */
import { CsvFault, csvRows, decoded } from '../../../platform/text/csv.js';
import { fold } from '../../../platform/text/fold.js';
import type { MeetingReport, Participant } from './meeting-report.js';
import { type ReportTable, tablesOf } from './report-columns.js';
import { durationOf, momentOf, ORDERS, type Order } from './report-times.js';
import { type Session, unionOf } from './session.js';

const DELIMITERS = ['\t', ',', ';'];
/** A report of a large meeting has some thousands of rows; more is no report. */
const MOST_ROWS = 20_000;
/** The people of a report begin in its first lines. */
const FIRST_LINES = 500;
const FIRST_CHARACTERS = 500_000;

type Seen = Omit<Participant, 'sessions'>;
interface Row extends Seen {
  sessions: Session[];
  isSummary: boolean;
}

/**
 * Reads a file. Where 03/04/2026 may be 3 April or 4 March, both readings are returned, the likelier one first:
 * the day of the training decides. Empty for a file that is no report.
 */
export function readReport(content: Uint8Array): MeetingReport[] {
  const text = decoded(content);
  const delimiter = delimiterOf(text);
  const tables = delimiter === undefined ? [] : tablesIn(text, { delimiter });
  const isDayFirst = tables.some(({ isSpanish }) => isSpanish);
  const orders = isDayFirst ? ORDERS : ORDERS.toReversed();
  const readings = orders.flatMap((order) => {
    const rows = tables.map((table) => rowsOf(table, order));
    const participants = rows.every((some) => some !== undefined) ? participantsOf(rows.flat()) : [];
    return participants.length > 0 ? [{ participants }] : [];
  });
  const [first, second] = readings.map((reading) => JSON.stringify(reading));
  return first === second ? readings.slice(0, 1) : readings;
}

/** The sign with which the first lines have the most people; undefined when they have none. */
function delimiterOf(text: string): string | undefined {
  const beginning = text.slice(0, FIRST_CHARACTERS);
  const found = DELIMITERS.map((delimiter) => {
    const tables = tablesIn(beginning, { delimiter, to_line: FIRST_LINES });
    return { delimiter, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
  });
  const best = found.reduce((one, next) => (next.rows > one.rows ? next : one));
  return best.rows > 0 ? best.delimiter : undefined;
}

function tablesIn(text: string, options: { delimiter: string; to_line?: number }): ReportTable[] {
  try {
    return tablesOf(csvRows(text, MOST_ROWS, { ...options, relax_quotes: true, skip_empty_lines: true }));
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return [];
  }
}

/** The rows of a table with their sessions; undefined when a time cannot be read in this order. */
function rowsOf({ rows, isSummary, isUtc }: ReportTable, order: Order): Row[] | undefined {
  const read = (written = '') => momentOf(written, order, isUtc);
  if (rows.some(({ action }) => action !== undefined)) return byActions(rows, read);
  const found = rows.map(({ name = '', email = '', upn = '', join = '', leave = '', duration = '' }) => {
    const from = read(join);
    const until = untilOf(from, read(leave), durationOf(duration), isSummary);
    const sessions = from && until && until > from ? [sessionOf(from, until)] : [];
    const isRead = (join === '' || from !== undefined) && (leave === '' || read(leave) !== undefined);
    return isRead
      ? { name, email: email.toLowerCase(), upn: upn.toLowerCase(), sessions, isSummary }
      : undefined;
  });
  return found.every((row) => row !== undefined) ? found : undefined;
}

/** In a summary, the time between first joining and last leaving is longer than what was attended. */
function untilOf(
  from: Date | undefined,
  leave: Date | undefined,
  duration: number | undefined,
  isSummary: boolean,
): Date | undefined {
  if (from && duration !== undefined && (isSummary || !leave)) return new Date(from.getTime() + duration);
  return leave;
}

const sessionOf = (from: Date, until: Date): Session => ({
  from: from.toISOString(),
  until: until.toISOString(),
});

interface Action {
  joins: boolean;
  at: Date;
}

/** The flat format: a row for each joining and leaving. Who never left was there until the last row. */
function byActions(
  rows: ReportTable['rows'],
  read: (written?: string) => Date | undefined,
): Row[] | undefined {
  const actions: (Action & { name: string })[] = [];
  let end = new Date(0);
  for (const { name = '', action = '', timestamp } of rows) {
    const at = read(timestamp);
    if (!at) return undefined;
    if (at > end) end = at;
    actions.push({ name, joins: !LEAVES.test(fold(action)), at });
  }
  return [...groupedBy(actions, ({ name }) => name)].map(([name, own]) => ({
    name,
    email: '',
    upn: '',
    sessions: sessionsOf(own, end),
    isSummary: false,
  }));
}
/** "Left", "Salió", "Abandonó"; all else joins: "Joined", "Joined before", "Se unió", "Unido antes". */
const LEAVES = /^(?:left|leave|sali|salida|abandon|se (?:fue|retiro|desconecto))/;

/** Somebody with two devices is there until the second one has left. */
function sessionsOf(actions: readonly Action[], end: Date): Session[] {
  const sessions: Session[] = [];
  let devices = 0;
  let from = end;
  for (const { joins, at } of actions.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (joins && devices === 0) from = at;
    if (!joins && devices === 1) sessions.push(sessionOf(from, at));
    devices = Math.max(0, devices + (joins ? 1 : -1));
  }
  if (devices > 0) sessions.push(sessionOf(from, end));
  return sessions.filter((session) => session.from < session.until);
}

/** One participant for each person: by e-mail, then by sign-in name, then by name within the report. */
function participantsOf(rows: readonly Row[]): Participant[] {
  /** The address of each name, empty for several. */
  const addresses = new Map<string, string>();
  for (const { name, email, upn } of rows.filter((row) => row.email || row.upn)) {
    const [of, address] = [fold(name), email || upn];
    addresses.set(of, (addresses.get(of) ?? address) === address ? address : '');
  }
  const keyOf = ({ name, email, upn }: Seen) =>
    email || upn || addresses.get(fold(name)) || `name:${fold(name)}`;
  return [...groupedBy(rows, keyOf).values()].flatMap((group) => {
    // Each time that somebody was there tells more than the summary.
    const detailed = group.filter(({ isSummary, sessions }) => !isSummary && sessions.length > 0);
    const sessions = unionOf((detailed.length > 0 ? detailed : group).flatMap((row) => row.sessions));
    const first = (field: 'name' | 'email' | 'upn') => group.map((row) => row[field]).find(Boolean) ?? '';
    return sessions.length > 0
      ? [{ name: first('name'), email: first('email'), upn: first('upn'), sessions }]
      : [];
  });
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
