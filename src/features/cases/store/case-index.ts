/**
 * The lists of cases, in the table `CaseIndex`, each a partition in its own order: those that somebody
 * reported, those that wait for somebody, those that somebody has or had, those of a leader's line, all of a
 * month, and all that are open.
 * They are made anew from the cases; nothing is decided by them.
 */
import { z } from 'zod';
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { LEVELS, type Level } from '../domain/assessment.js';
import { type Case, STATES, type State } from '../domain/case.js';
import type { Assignee } from '../domain/event.js';

const indexRow = z
  .object({
    caseId: z.string(),
    number: z.string(),
    level: z.enum(LEVELS),
    state: z.enum(STATES),
    reportedAt: z.string(),
    /** Empty once nothing is due. */
    dueAt: z.string(),
    /** Who attends to it; empty for the humanization team. */
    assigneeId: z.string(),
    area: z.string(),
    step: z.number().int(),
  })
  .transform(({ caseId, dueAt, ...columns }) => ({ ...columns, id: caseId, dueAt: dueAt || undefined }));
/** What the lists tell of a case. */
export type ListedCase = z.output<typeof indexRow>;

export interface CasePage {
  cases: ListedCase[];
  next?: string;
}

export interface CaseFilter {
  level?: Level;
  state?: State;
  /** Who reads the list: what this person is said to be involved in is left out. */
  viewerId?: string;
}

const PAGE_SIZE = 5;
const TRIES = 11;
/** Pages that are looked through for one that is shown, where a filter leaves little. */
const MOST_LOOKS = 10;
/** The partition of a case's list of keys, with the one row in it. */
const KEYS = 'keys:';
const KEYS_ROW = 'keys';
/** Numbers of cases are counted in this partition. */
export const COUNTER = 'counter';

/** The ids of those who are said to be involved; rows of an earlier version have no such column. */
const excludedRow = z.object({ excluded: z.string().default('') });
const BETWEEN_IDS = ' ';
const keysRow = z.object({ keys: z.string() });
const keys = z.array(z.tuple([z.string(), z.string()]));
type Key = z.infer<typeof keys>[number];

export class CaseIndex {
  constructor(private readonly tables: Tables) {}

  mine(reporterId: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`mine:${reporterId}`, filter, token);
  }

  /** Open cases of a leader, or of the humanization team, first due first. */
  inbox(assignee: Assignee, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(inboxOf(assignee), filter, token);
  }

  /** Open cases that somebody below this leader attends to, first due first. */
  line(leaderId: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`line:${leaderId}`, filter, token);
  }

  /** All cases of a month of Bogotá, `YYYY-MM`, the newest first. */
  month(month: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`month:${month}`, filter, token);
  }

  /** All cases of a month, one after the other. */
  async *allOf(month: string): AsyncGenerator<ListedCase> {
    yield* this.#all(`month:${month}`);
  }

  /** Open cases that were due before a moment, the longest overdue first. */
  async *overdue(before: Date): AsyncGenerator<ListedCase> {
    const limit = before.toISOString();
    let token: string | undefined;
    do {
      const page = await this.tables.page('CaseIndex', { partitionKey: OPEN, size: 100, token });
      for (const { row } of page.rows) {
        const listed = indexRow.parse(row);
        if (listed.dueAt === undefined || listed.dueAt >= limit) return;
        yield listed;
      }
      token = page.next;
    } while (token !== undefined);
  }

  /**
   * Writes the rows of a case anew, and takes away those that it no longer has. May run any number of times,
   * late, and beside others: which rows there may be is written down before they are.
   * @param line the ids of the leaders above whoever attends to it.
   */
  async project(subject: Case, line: readonly string[]): Promise<void> {
    const rows = rowsFor(subject, line);
    const wanted = rows.map((row): Key => [row.partitionKey, row.rowKey]);
    const known = await this.#remember(subject.id, (before) => union(before, wanted));
    for (const row of rows) await this.tables.write('CaseIndex', { kind: 'upsert', row });
    await this.#strike(without(known, wanted));
    const kept = await this.#remember(subject.id, (before) => without(before, without(known, wanted)));
    // Somebody who knew the case later has struck these while they were being written.
    await this.#strike(without(wanted, kept));
  }

  /**
   * Takes a case out of every list, the month's last: by that one an erasure that was cut short is found again. No
   * list of keys is left behind, since it names the reporter.
   */
  async forget({ id, reportedAt }: Pick<ListedCase, 'id' | 'reportedAt'>): Promise<void> {
    const known = await this.#keysOf(id);
    const last: Key = [monthOf(reportedAt), `${newestFirst(reportedAt)}:${id}`];
    await this.#strike([...without(known, [last]), [`${KEYS}${id}`, KEYS_ROW], last]);
  }

  /** Takes away the rows that no case has, which only a fault can have left; returns how many. Reads all. */
  async sweep(): Promise<number> {
    let removed = 0;
    for await (const partitionKey of this.tables.partitions('CaseIndex')) {
      if (partitionKey === COUNTER || partitionKey.startsWith(KEYS)) continue;
      for await (const { row } of rowsOf(this.tables, 'CaseIndex', partitionKey)) {
        const key: Key = [partitionKey, row.rowKey];
        const known = await this.#keysOf(String(row.caseId));
        if (known.some((one) => sameKey(one, key))) continue;
        await this.#strike([key]);
        removed += 1;
      }
    }
    return removed;
  }

  /** Whether a case stands in the list of its reporter. */
  async isListed({ reporterId, reportedAt, id }: Case): Promise<boolean> {
    const key = `${newestFirst(reportedAt)}:${id}`;
    return (await this.tables.get('CaseIndex', `mine:${reporterId}`, key)) !== undefined;
  }

  /** All cases that somebody has reported, the newest first. */
  reportedBy(reporterId: string): AsyncGenerator<ListedCase> {
    return this.#all(`mine:${reporterId}`);
  }

  /** All cases that somebody attends to or attended to, the newest first. */
  attendedBy(personId: string): AsyncGenerator<ListedCase> {
    return this.#all(`had:${personId}`);
  }

  /**
   * The case with this number among those that somebody reported, attends to or attended to; with a year, `YYYY`,
   * among all of that year too.
   */
  async numbered(number: string, personId: string, year?: string): Promise<ListedCase | undefined> {
    const lists = [`mine:${personId}`, `had:${personId}`, ...(year === undefined ? [] : monthsOf(year))];
    const found = await Promise.all(lists.map((partitionKey) => this.#numbered(partitionKey, number)));
    return found.find((listed) => listed !== undefined);
  }

  async #numbered(partitionKey: string, number: string): Promise<ListedCase | undefined> {
    let token: string | undefined;
    do {
      const page = await this.tables.page('CaseIndex', { partitionKey, where: { number }, size: 1, token });
      const [found] = page.rows;
      if (found) return indexRow.parse(found.row);
      token = page.next;
    } while (token !== undefined);
    return undefined;
  }

  async *#all(partitionKey: string): AsyncGenerator<ListedCase> {
    for await (const { row } of rowsOf(this.tables, 'CaseIndex', partitionKey)) yield indexRow.parse(row);
  }

  /** Which rows a case may have, as it was written down before they were. */
  async #keysOf(caseId: string): Promise<Key[]> {
    return keysIn((await this.tables.get('CaseIndex', `${KEYS}${caseId}`, KEYS_ROW))?.row);
  }

  async #strike(struck: readonly Key[]): Promise<void> {
    for (const [partitionKey, rowKey] of struck) {
      await this.tables.write('CaseIndex', { kind: 'delete', partitionKey, rowKey });
    }
  }

  /** Changes the list of keys that a case may have rows under; returns the list as it is then. */
  #remember(caseId: string, change: (before: Key[]) => Key[]): Promise<Key[]> {
    const key = { partitionKey: `${KEYS}${caseId}`, rowKey: KEYS_ROW };
    const decide = (stored: Row | undefined) => {
      const before = keysIn(stored);
      const after = change(before);
      if (stored && after.length === before.length) return { result: before };
      return { result: after, row: { ...key, keys: JSON.stringify(after) } };
    };
    return changeRow(this.tables, 'CaseIndex', key, decide, { tries: TRIES });
  }

  async #page(partitionKey: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    const { viewerId, ...columns } = filter;
    const where = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
    const cases: ListedCase[] = [];
    let next = token;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const page = await this.tables.page('CaseIndex', {
        partitionKey,
        where,
        size: PAGE_SIZE - cases.length,
        token: next,
      });
      const shown = page.rows.filter(
        ({ row }) => viewerId === undefined || !excludedOf(row).includes(viewerId),
      );
      cases.push(...shown.map(({ row }) => indexRow.parse(row)));
      next = page.next;
      if (next === undefined || cases.length === PAGE_SIZE) break;
    }
    return { cases, next };
  }
}

const OPEN = 'open';

function rowsFor(subject: Case, line: readonly string[]): Row[] {
  const { id: caseId, dueAt, ...listed } = listedOf(subject);
  const { assigneeId, reportedAt } = listed;
  const excluded = subject.excludedIds.join(BETWEEN_IDS);
  const columns = { caseId, dueAt: dueAt ?? '', excluded, ...listed };
  const attended = new Set([...subject.formerIds, ...(assigneeId ? [assigneeId] : [])]);
  const newest = `${newestFirst(reportedAt)}:${caseId}`;
  const open =
    dueAt === undefined
      ? []
      : [inboxOf(subject.assignee), OPEN, ...line.map((leaderId) => `line:${leaderId}`)];
  return [
    { partitionKey: `mine:${subject.reporterId}`, rowKey: newest, ...columns },
    { partitionKey: monthOf(reportedAt), rowKey: newest, ...columns },
    ...[...attended].map((personId) => ({ partitionKey: `had:${personId}`, rowKey: newest, ...columns })),
    ...open.map((partitionKey) => ({ partitionKey, rowKey: `${dueAt}:${caseId}`, ...columns })),
  ];
}

export function listedOf(subject: Case): ListedCase {
  const { id, number, level, state, reportedAt, dueAt, assignee, area, step } = subject;
  const assigneeId = assignee.kind === 'person' ? assignee.id : '';
  return { id, number, level, state, reportedAt, dueAt, assigneeId, area, step };
}

/** Of the day in Bogotá on which it was reported. */
function monthOf(reportedAt: string): string {
  return `month:${bogotaMonth(new Date(reportedAt))}`;
}

/** A number drawn as the year ends may be of a case of the next January. */
function monthsOf(year: string): string[] {
  const months = Array.from({ length: 12 }, (_, at) => `month:${year}-${String(at + 1).padStart(2, '0')}`);
  return [...months, `month:${Number(year) + 1}-01`];
}

const excludedOf = (row: Row) => excludedRow.parse(row).excluded.split(BETWEEN_IDS);

function inboxOf(assignee: Assignee): string {
  return `inbox:${assignee.kind === 'person' ? assignee.id : 'humanization'}`;
}

/** A key that sorts later moments first. */
function newestFirst(at: string): string {
  return String(Number.MAX_SAFE_INTEGER - Date.parse(at)).padStart(16, '0');
}

function keysIn(row: Row | undefined): Key[] {
  return row ? keys.parse(JSON.parse(keysRow.parse(row).keys)) : [];
}

const sameKey = (a: Key, b: Key) => a[0] === b[0] && a[1] === b[1];
const without = (list: readonly Key[], others: readonly Key[]) =>
  list.filter((key) => !others.some((other) => sameKey(other, key)));
const union = (list: readonly Key[], others: readonly Key[]) => [...list, ...without(others, list)];
