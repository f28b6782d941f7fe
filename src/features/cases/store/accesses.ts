/**
 * Who opened or exported what, in the table `Accesses`. A case has a partition of its own, which is erased with it. A
 * partition for each day counts what people opened, without the case. Exports are together, the latest first.
 */
import { createHash } from 'node:crypto';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { insertNew } from '../../../platform/storage/conditional.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type Access, access } from '../domain/access.js';
import { newestFirst } from './index-rows.js';

const DAY = 'day:';
const EXPORTS = 'exports';
const PAGE_SIZE = 20;
/** Somebody who looks again within the hour gets no second row. */
const HOUR = 'YYYY-MM-DDTHH'.length;

export interface AccessPage {
  entries: Access[];
  next?: string | undefined;
}

export class Accesses {
  constructor(private readonly tables: Tables) {}

  /** Idempotent. */
  async add(entry: Access): Promise<void> {
    for (const row of rowsFor(entry)) await insertNew(this.tables, 'Accesses', row);
  }

  /** The accesses to a case, the latest hour first. */
  async ofCase(caseId: string, token?: string): Promise<AccessPage> {
    const page = await this.tables.page('Accesses', { partitionKey: caseId, size: PAGE_SIZE, token });
    return { entries: page.rows.map(({ row }) => access.parse(row)), next: page.next };
  }

  /** The ids of all who opened a case. */
  async readersOf(caseId: string): Promise<Set<string>> {
    const ids = new Set<string>();
    for await (const { row } of rowsOf(this.tables, 'Accesses', caseId)) ids.add(access.parse(row).personId);
    return ids;
  }

  /** What was opened on a day in Bogotá, `YYYY-MM-DD`; exports excluded. */
  async onDay(day: string): Promise<Access[]> {
    const entries: Access[] = [];
    for await (const { row } of rowsOf(this.tables, 'Accesses', DAY + day)) entries.push(access.parse(row));
    return entries;
  }

  /** The exports since a moment, the latest first. */
  async *exportsSince(moment: Date): AsyncGenerator<Access> {
    for await (const { row } of rowsOf(this.tables, 'Accesses', EXPORTS)) {
      const entry = access.parse(row);
      if (entry.at < moment.toISOString()) return;
      yield entry;
    }
  }

  /** Deletes the accesses to a case that is erased. */
  async forget(caseId: string): Promise<void> {
    await this.#removeAll(caseId, () => true);
  }

  /** Deletes the days and the exports before a moment. */
  async removeBefore(moment: Date): Promise<void> {
    const limit = moment.toISOString();
    for await (const partitionKey of this.tables.partitions('Accesses')) {
      if (partitionKey.startsWith(DAY) && partitionKey < DAY + limit.slice(0, 10))
        await this.forget(partitionKey);
    }
    await this.#removeAll(EXPORTS, ({ at }) => String(at) < limit);
  }

  async #removeAll(partitionKey: string, isOver: (row: Row) => boolean): Promise<void> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Accesses', partitionKey))
      if (isOver(row)) rows.push(row);
    await removeRows(this.tables, 'Accesses', rows);
  }
}

function rowsFor(entry: Access): Row[] {
  const { what, personId, at, caseId, detail } = entry;
  if (what === 'export') {
    const rowKey = `${newestFirst(at)}:${personId}:${digestOf([detail])}`;
    return [{ partitionKey: EXPORTS, rowKey, ...entry }];
  }
  const hour = `${at.slice(0, HOUR)}:00:00.000Z`;
  const key = digestOf([caseId, hour, detail]);
  const counted = { ...entry, caseId: '', detail: '' };
  return [
    { partitionKey: DAY + bogotaDay(new Date(at)), rowKey: `${personId}:${what}:${key}`, ...counted },
    ...(caseId
      ? [{ partitionKey: caseId, rowKey: `${newestFirst(hour)}:${personId}:${what}:${detail}`, ...entry }]
      : []),
  ];
}

const digestOf = (values: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');
