/**
 * The lists of cases, in the table `CaseIndex`. Each list is a partition with its own order: cases that a
 * person reported, those that ask the reporter something, a person's inbox, cases that a person attends to or attended
 * to, cases of a leader's line, all cases of a month, all open and all closed cases. Protected cases are in no list of a line or of
 * a month, but in one of their year. They are projections of the cases; nothing is decided by them.
 */
import { z } from 'zod';
import { bogotaYear } from '../../../platform/calendar/days.js';
import type { Level } from '../../../platform/impact/assessment.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Case, State } from '../domain/case.js';
import type { Assignee } from '../domain/event.js';
import type { CaseFact } from '../domain/facts.js';
import { commitmentRows } from './commitment-rows.js';
import { factRows, isFactList } from './fact-rows.js';
import {
  askedOf,
  CLOSED,
  DUE_PREFIX,
  excludedOf,
  inboxOf,
  indexRow,
  type ListedCase,
  momentIn,
  monthOf,
  monthsOf,
  newestFirst,
  OPEN,
  protectedIn,
  rowsFor,
} from './index-rows.js';

export type { ListedCase };

export interface CasePage {
  cases: ListedCase[];
  next?: string | undefined;
}

export interface CaseFilter {
  level?: Level | undefined;
  state?: State | undefined;
  /** The reader of the list. Cases that this person is said to be involved in are left out. */
  viewerId?: string;
  /** Cases of a page; by default as many as fit on a card. */
  size?: number;
}

const PAGE_SIZE = 5;
const TRIES = 11;
/** Maximum storage pages read for one shown page, when a filter matches little. */
const MOST_LOOKS = 10;
/** Prefix of the partition with a case's list of keys; it has one row. */
const KEYS = 'keys:';
const KEYS_ROW = 'keys';
/** The partition of the counters for case numbers. */
export const COUNTER = 'counter';

const keysRow = z.object({ keys: z.string() });
const keys = z.array(z.tuple([z.string(), z.string()]));
type Key = z.infer<typeof keys>[number];

/** A row of a list, of a case that is not in that list. */
interface Stray {
  caseId: string;
  key: Key;
  /** ISO 8601, by the clock of storage. */
  changedAt: string;
}

export class CaseIndex {
  constructor(private readonly tables: Tables) {}

  mine(reporterId: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`mine:${reporterId}`, filter, token);
  }

  /** Open cases of a person, of the humanization team or of those who receive protected cases, earliest deadline first. */
  inbox(assignee: Assignee, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(inboxOf(assignee), filter, token);
  }

  /** Open cases of people below this leader, earliest deadline first. */
  line(leaderId: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`line:${leaderId}`, filter, token);
  }

  /** All cases of a month in Bogotá, `YYYY-MM`, newest first. */
  month(month: string, filter: CaseFilter, token?: string): Promise<CasePage> {
    return this.#page(`month:${month}`, filter, token);
  }

  /** All cases of a month, without pages. */
  async *allOf(month: string): AsyncGenerator<ListedCase> {
    yield* this.#all(`month:${month}`);
  }

  /** All protected cases of a year, without pages. */
  async *protectedOf(year: number): AsyncGenerator<ListedCase> {
    yield* this.#all(protectedIn(year));
  }

  /** Open cases that were due before a moment, longest overdue first. */
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

  /** Cases closed since a moment, last closed first. */
  async *closedSince(since: Date): AsyncGenerator<{ id: string; closedAt: Date }> {
    for await (const { row } of rowsOf(this.tables, 'CaseIndex', CLOSED)) {
      const closedAt = momentIn(row.rowKey);
      if (closedAt < since) return;
      yield { id: indexRow.parse(row).id, closedAt };
    }
  }

  /**
   * Writes the rows of a case and deletes those that it no longer has. Safe to repeat, to run late and to run
   * concurrently: the keys are recorded before the rows are written.
   * @param line the ids of the leaders above the assignee.
   * @param leaders the leader of who committed, by the number of the commitment.
   * @param facts what of it counts.
   */
  async project(
    subject: Case,
    line: readonly string[],
    leaders: ReadonlyMap<number, string> = new Map(),
    facts: readonly CaseFact[] = [],
  ): Promise<void> {
    const rows = [
      ...rowsFor(subject, line),
      ...commitmentRows(subject, leaders),
      ...factRows(subject, line, facts),
    ];
    await this.#replace(subject.id, rows, () => true);
  }

  /** Writes what of a case counts, and nothing else of it. */
  async count(subject: Case, line: readonly string[], facts: readonly CaseFact[]): Promise<void> {
    await this.#replace(subject.id, factRows(subject, line, facts), isOfFacts);
  }

  /** Replaces the rows of a case whose keys are of the kind. */
  async #replace(caseId: string, rows: readonly Row[], isOfKind: (key: Key) => boolean): Promise<void> {
    const wanted = rows.map((row): Key => [row.partitionKey, row.rowKey]);
    const known = await this.#remember(caseId, (before) => union(before, wanted));
    for (const row of rows) await this.tables.write('CaseIndex', { kind: 'upsert', row });
    const gone = without(known, wanted).filter(isOfKind);
    await this.strike(gone);
    const kept = await this.#remember(caseId, (before) => without(before, gone));
    // A concurrent run with a newer version of the case removed these keys while the rows were being written.
    await this.strike(without(wanted, kept));
  }

  /**
   * Removes a case from every list, from the month or year last: an interrupted erasure finds the case there again.
   * Deletes the list of keys too, because it names the reporter.
   */
  async forget({ id, reportedAt }: Pick<ListedCase, 'id' | 'reportedAt'>): Promise<void> {
    const known = await this.#keysOf(id);
    const rowKey = `${newestFirst(reportedAt)}:${id}`;
    const last: Key[] = [
      [monthOf(reportedAt), rowKey],
      [protectedIn(bogotaYear(new Date(reportedAt))), rowKey],
    ];
    await this.strike([...without(known, last), [`${KEYS}${id}`, KEYS_ROW], ...last]);
  }

  /** Deletes rows that belong to no case, left by a fault. Returns how many. Reads the whole table. */
  async sweep(): Promise<number> {
    let removed = 0;
    for await (const partitionKey of this.tables.partitions('CaseIndex')) {
      if (!isList(partitionKey)) continue;
      for await (const { key } of this.#straysOf(partitionKey)) {
        await this.strike([key]);
        removed += 1;
      }
    }
    return removed;
  }

  /**
   * The rows of lists of open cases that belong to no case any more and were last written before a moment. Other lists
   * keep their rows as long as the case is kept.
   */
  async *strays(before: Date): AsyncGenerator<Stray> {
    const ofOpenCases = { rowKeyPrefix: DUE_PREFIX, where: {} };
    for await (const partitionKey of this.tables.partitions('CaseIndex', ofOpenCases)) {
      if (!isList(partitionKey)) continue;
      for await (const stray of this.#straysOf(partitionKey, DUE_PREFIX)) {
        if (Date.parse(stray.changedAt) < before.getTime()) yield stray;
      }
    }
  }

  async strike(struck: readonly Key[]): Promise<void> {
    for (const [partitionKey, rowKey] of struck) {
      await this.tables.write('CaseIndex', { kind: 'delete', partitionKey, rowKey });
    }
  }

  /** Returns true when a case is in the list of its reporter. */
  async isListed({ reporterId, reportedAt, id }: Case): Promise<boolean> {
    const key = `${newestFirst(reportedAt)}:${id}`;
    return (await this.tables.get('CaseIndex', `mine:${reporterId}`, key)) !== undefined;
  }

  /** All cases that a person reported, newest first. */
  reportedBy(reporterId: string): AsyncGenerator<ListedCase> {
    return this.#all(`mine:${reporterId}`);
  }

  /** The open cases with a question that waits for this reporter. */
  asked(reporterId: string): AsyncGenerator<ListedCase> {
    return this.#all(askedOf(reporterId));
  }

  /** All cases that a person attends to or attended to, newest first. */
  attendedBy(personId: string): AsyncGenerator<ListedCase> {
    return this.#all(`had:${personId}`);
  }

  /**
   * The case with this number among those that a person reported, attends to or attended to, and in the lists of its
   * year that are named.
   */
  async numbered(
    number: string,
    personId: string,
    ofYear: readonly ('months' | 'protected')[] = [],
  ): Promise<ListedCase | undefined> {
    const year = Number(number.slice(4, 8));
    const lists = [
      `mine:${personId}`,
      `had:${personId}`,
      ...(ofYear.includes('months') ? monthsOf(year) : []),
      // A number drawn at the end of a year may belong to a case reported in the next one.
      ...(ofYear.includes('protected') ? [protectedIn(year), protectedIn(year + 1)] : []),
    ];
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

  /** The recorded keys of the rows that a case may have. */
  async #keysOf(caseId: string): Promise<Key[]> {
    return keysIn((await this.tables.get('CaseIndex', `${KEYS}${caseId}`, KEYS_ROW))?.row);
  }

  async *#straysOf(partitionKey: string, rowKeyPrefix?: string): AsyncGenerator<Stray> {
    for await (const { row, changedAt } of rowsOf(this.tables, 'CaseIndex', partitionKey, rowKeyPrefix)) {
      const key: Key = [partitionKey, row.rowKey];
      const caseId = String(row.caseId);
      const known = await this.#keysOf(caseId);
      if (!known.some((one) => sameKey(one, key))) yield { caseId, key, changedAt };
    }
  }

  /** Changes the recorded keys of a case. Returns the new list. */
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
    const { viewerId, size = PAGE_SIZE, ...columns } = filter;
    const where: Record<string, string> = {};
    for (const [column, value] of Object.entries(columns)) if (value !== undefined) where[column] = value;
    const cases: ListedCase[] = [];
    let next = token;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const page = await this.tables.page('CaseIndex', {
        partitionKey,
        where,
        size: size - cases.length,
        token: next,
      });
      const shown = page.rows.filter(
        ({ row }) => viewerId === undefined || !excludedOf(row).includes(viewerId),
      );
      cases.push(...shown.map(({ row }) => indexRow.parse(row)));
      next = page.next;
      if (next === undefined || cases.length === size) break;
    }
    return { cases, next };
  }
}

const isOfFacts = ([partitionKey]: Key) => isFactList(partitionKey);
const isList = (partitionKey: string) => partitionKey !== COUNTER && !partitionKey.startsWith(KEYS);

function keysIn(row: Row | undefined): Key[] {
  return row ? keys.parse(JSON.parse(keysRow.parse(row).keys)) : [];
}

const sameKey = (a: Key, b: Key) => a[0] === b[0] && a[1] === b[1];
const without = (list: readonly Key[], others: readonly Key[]) =>
  list.filter((key) => !others.some((other) => sameKey(other, key)));
const union = (list: readonly Key[], others: readonly Key[]) => [...list, ...without(others, list)];
