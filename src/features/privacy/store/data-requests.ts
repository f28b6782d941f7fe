/** Stores requests to correct data. */
import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { takeValues } from '../../../platform/storage/counter.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { DataRequest } from '../domain/data-request.js';

const PARTITION = 'correction';
const requestRow = z.object({
  rowKey: z.string(),
  personId: z.string(),
  words: z.string(),
  at: z.string(),
  dueAt: z.string(),
  commandId: z.string(),
  toldAt: z.string(),
  answer: z.string(),
  answeredAt: z.string(),
  answeredBy: z.string(),
  deliveredAt: z.string(),
});

/** In the table `People`, partition `correction`, one row per request, keyed by number. */
export class DataRequests implements DataProvider {
  readonly name = 'corrections';

  constructor(private readonly tables: Tables) {}

  /** The next number of a year, such as `DAT-2026-000012`. Numbers are unique; some may be skipped. */
  async nextNumber(year: number): Promise<string> {
    const key = { partitionKey: 'counter', rowKey: `${PARTITION}:${year}` };
    return `DAT-${year}-${String(await takeValues(this.tables, 'People', key, 1)).padStart(6, '0')}`;
  }

  async insert(request: DataRequest, commandId: string): Promise<void> {
    await this.tables.write('People', { kind: 'insert', row: toRow(request, commandId) });
  }

  async find(number: string): Promise<DataRequest | undefined> {
    const stored = await this.tables.get('People', PARTITION, number);
    return stored && fromRow(stored.row).request;
  }

  /** The request that a command created, to make commands idempotent. */
  async madeBy(personId: string, commandId: string): Promise<DataRequest | undefined> {
    for await (const one of this.#all()) {
      if (one.request.personId === personId && one.commandId === commandId) return one.request;
    }
    return undefined;
  }

  /** Unanswered requests, the first due first. */
  async open(): Promise<DataRequest[]> {
    const open: DataRequest[] = [];
    for await (const { request } of this.#all()) if (!request.answeredAt) open.push(request);
    return open.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  }

  /**
   * Changes a request with optimistic concurrency.
   * @param change returns the changed request, or undefined to leave it.
   * @returns true when the request was changed.
   * @throws AppError `not-found`; `storage-conflict` when every retry meets another change.
   */
  async change(number: string, change: (before: DataRequest) => DataRequest | undefined): Promise<boolean> {
    return changeRow(this.tables, 'People', { partitionKey: PARTITION, rowKey: number }, (stored) => {
      if (!stored) throw new AppError('not-found');
      const { request, commandId } = fromRow(stored);
      const after = change(request);
      return { result: after !== undefined, row: after && toRow(after, commandId) };
    });
  }

  async dataOf(personId: string): Promise<object[]> {
    const own: object[] = [];
    for await (const { request } of this.#all()) {
      const { number, at, dueAt, words, answer, answeredAt } = request;
      if (request.personId === personId) own.push({ number, at, dueAt, words, answeredAt, answer });
    }
    return own;
  }

  async *#all(): AsyncGenerator<{ request: DataRequest; commandId: string }> {
    for await (const { row } of rowsOf(this.tables, 'People', PARTITION)) yield fromRow(row);
  }
}

function toRow({ number, ...columns }: DataRequest, commandId: string): Row {
  return { partitionKey: PARTITION, rowKey: number, commandId, ...columns };
}

function fromRow(row: Row): { request: DataRequest; commandId: string } {
  const { rowKey: number, commandId, ...columns } = requestRow.parse(row);
  return { request: { number, ...columns }, commandId };
}
