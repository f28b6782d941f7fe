/** The requests to have data corrected, each with a number, as they are stored. */
import { z } from 'zod';
import { AppError } from '../../../platform/errors.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { nextValue } from '../../../platform/storage/counter.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Correction } from '../domain/data-request.js';

const CORRECTION = 'correction';
const correctionRow = z.object({
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

/** In the table `People`, partition `correction`, a row each by its number. */
export class Corrections implements DataProvider {
  readonly name = 'corrections';

  constructor(private readonly tables: Tables) {}

  /** The next number of a year, as `DAT-2026-000012`. A number is never given twice; one may be skipped. */
  async nextNumber(year: number): Promise<string> {
    const key = { partitionKey: 'counter', rowKey: `${CORRECTION}:${year}` };
    return `DAT-${year}-${String(await nextValue(this.tables, 'People', key)).padStart(6, '0')}`;
  }

  async insert(correction: Correction, commandId: string): Promise<void> {
    await this.tables.write('People', { kind: 'insert', row: toRow(correction, commandId) });
  }

  async find(number: string): Promise<Correction | undefined> {
    const stored = await this.tables.get('People', CORRECTION, number);
    return stored && fromRow(stored.row).correction;
  }

  /** The request that a command has made already. */
  async madeBy(personId: string, commandId: string): Promise<Correction | undefined> {
    for await (const one of this.#all()) {
      if (one.correction.personId === personId && one.commandId === commandId) return one.correction;
    }
    return undefined;
  }

  /** All that nobody has answered, the first due first. */
  async open(): Promise<Correction[]> {
    const open: Correction[] = [];
    for await (const { correction } of this.#all()) if (!correction.answeredAt) open.push(correction);
    return open.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  }

  /**
   * Changes a request as it is now.
   * @param change what becomes of it; undefined to leave it.
   * @returns whether this changed it.
   * @throws AppError `not-found`; `storage-conflict` when others keep being faster.
   */
  async change(number: string, change: (before: Correction) => Correction | undefined): Promise<boolean> {
    return changeRow(this.tables, 'People', { partitionKey: CORRECTION, rowKey: number }, (stored) => {
      if (!stored) throw new AppError('not-found');
      const { correction, commandId } = fromRow(stored);
      const after = change(correction);
      return { result: after !== undefined, row: after && toRow(after, commandId) };
    });
  }

  async dataOf(personId: string): Promise<object[]> {
    const own: object[] = [];
    for await (const { correction } of this.#all()) {
      const { number, at, dueAt, words, answer, answeredAt } = correction;
      if (correction.personId === personId) own.push({ number, at, dueAt, words, answeredAt, answer });
    }
    return own;
  }

  async *#all(): AsyncGenerator<{ correction: Correction; commandId: string }> {
    for await (const { row } of rowsOf(this.tables, 'People', CORRECTION)) yield fromRow(row);
  }
}

function toRow({ number, ...columns }: Correction, commandId: string): Row {
  return { partitionKey: CORRECTION, rowKey: number, commandId, ...columns };
}

function fromRow(row: Row): { correction: Correction; commandId: string } {
  const { rowKey: number, commandId, ...columns } = correctionRow.parse(row);
  return { correction: { number, ...columns }, commandId };
}
