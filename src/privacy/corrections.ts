/** Requests of people to have their data corrected, each with a number and the day until which it is answered. */
import { z } from 'zod';
import type { DataProvider } from '../people/data-provider.js';
import { nextValue } from '../storage/counter.js';
import { rowsOf, type Tables } from '../storage/tables.js';
import { bogotaYear } from '../text/dates.js';

export interface Correction {
  number: string;
  personId: string;
  words: string;
  /** ISO 8601, UTC. */
  at: string;
  dueAt: string;
}

const CORRECTION = 'correction';
const correctionRow = z.object({
  personId: z.string(),
  words: z.string(),
  at: z.string(),
  dueAt: z.string(),
  commandId: z.string(),
});

/** In the table `People`, partition `correction`, a row each by its number. */
export class Corrections implements DataProvider {
  readonly name = 'corrections';

  constructor(private readonly tables: Tables) {}

  /** The same command again returns the request already made. */
  async save(asked: Omit<Correction, 'number'> & { commandId: string }): Promise<Correction> {
    const made = await this.#ofCommand(asked.personId, asked.commandId);
    if (made) return made;
    const year = bogotaYear(new Date(asked.at));
    const key = { partitionKey: 'counter', rowKey: `${CORRECTION}:${year}` };
    const number = `DAT-${year}-${String(await nextValue(this.tables, 'People', key)).padStart(6, '0')}`;
    const row = { partitionKey: CORRECTION, rowKey: number, ...asked };
    await this.tables.write('People', { kind: 'insert', row });
    return { number, ...asked };
  }

  async find(number: string): Promise<Correction | undefined> {
    const stored = await this.tables.get('People', CORRECTION, number);
    return stored && { number, ...correctionRow.parse(stored.row) };
  }

  async dataOf(personId: string): Promise<object[]> {
    return (await this.#of(personId)).map(({ number, at, dueAt, words }) => ({ number, at, dueAt, words }));
  }

  async #of(personId: string): Promise<(Correction & { commandId: string })[]> {
    const own: (Correction & { commandId: string })[] = [];
    for await (const { row } of rowsOf(this.tables, 'People', CORRECTION)) {
      const stored = correctionRow.parse(row);
      if (stored.personId === personId) own.push({ number: row.rowKey, ...stored });
    }
    return own;
  }

  async #ofCommand(personId: string, commandId: string): Promise<Correction | undefined> {
    return (await this.#of(personId)).find((one) => one.commandId === commandId);
  }
}
