/** What is open between each person and the bot, for half an hour: one row a person, encrypted. */
import { z } from 'zod';
import type { Background } from '../background.js';
import type { Logger } from '../log.js';
import type { DataProvider } from '../people/data-provider.js';
import { isFailure } from '../storage/errors.js';
import type { Tables } from '../storage/tables.js';
import { Turnstile } from '../turnstile.js';
import { type Left, stillOpen, type Thing, thing, withLeft } from './thing.js';

/** As in an earlier version, whose row it replaces. */
const ROW = 'last-answer';
const row = z.object({
  things: z
    .string()
    .default('[]')
    .transform((json) => z.array(thing).parse(JSON.parse(json))),
});

interface Noted {
  left: readonly Left[];
  now: Date;
}

export interface OpenThingsParts {
  tables: Tables;
  background: Background;
  log: Logger;
}

/** In the table `Conversations`. Failures are only logged, since the bot understands texts without it, too. */
export class OpenThings implements DataProvider {
  readonly name = 'openThings';
  /** What was left and is not stored yet, by person. */
  readonly #unstored = new Map<string, Noted[]>();
  /** One write at a time: when many ask at once, answers go first, and what a person is told meanwhile is one write. */
  readonly #behind = new Turnstile(1);

  constructor(private readonly parts: OpenThingsParts) {}

  /** The latest first. */
  async of(personId: string, now: Date): Promise<Thing[]> {
    // While the row is being read, its next version may be stored: then neither the row read nor what is left to store has it.
    const before = this.#unstored.get(personId) ?? [];
    let stored: Thing[] = [];
    try {
      stored = await this.#read(personId);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'open things not read');
    }
    const since = (this.#unstored.get(personId) ?? []).filter((one) => !before.includes(one));
    return stillOpen(withAll(stored, [...before, ...since]), now);
  }

  /** Takes what an answer leaves open; stores it behind the answer. */
  note(personId: string, left: readonly Left[], now: Date): void {
    const unstored = this.#unstored.get(personId) ?? [];
    this.#unstored.set(personId, [...unstored, { left, now }]);
    if (unstored.length > 0) return;
    this.parts.background.run('open things', () => this.#behind.run(() => this.#store(personId)));
  }

  async dataOf(personId: string): Promise<object[]> {
    const all = this.#withUnstored(personId, await this.#read(personId));
    return all.map(({ kind, of, at, data }) => ({ kind, of, at, ...data }));
  }

  /** Stores what comes meanwhile too. */
  async #store(personId: string): Promise<void> {
    const unstored = this.#unstored.get(personId);
    if (!unstored) return;
    try {
      const all = this.#withUnstored(personId, await this.#read(personId));
      // What is too old is of no use, and may hold what somebody wrote and did not send.
      const things = stillOpen(all, unstored.at(-1)?.now ?? new Date(0));
      const row = { partitionKey: personId, rowKey: ROW, things: JSON.stringify(things) };
      await this.parts.tables.write('Conversations', { kind: 'upsert', row });
    } catch (error) {
      this.parts.log.warn({ err: error }, 'open things not kept');
      // Those behind would each wait as long, and hold up the end of the process.
      if (isFailure(error, 'unavailable')) return this.#unstored.clear();
    }
    const since = (this.#unstored.get(personId) ?? []).slice(unstored.length);
    if (since.length === 0) this.#unstored.delete(personId);
    else this.#unstored.set(personId, since);
    return this.#store(personId);
  }

  #withUnstored(personId: string, stored: readonly Thing[]): Thing[] {
    return withAll(stored, this.#unstored.get(personId) ?? []);
  }

  async #read(personId: string): Promise<Thing[]> {
    const stored = await this.parts.tables.get('Conversations', personId, ROW);
    return stored ? row.parse(stored.row).things : [];
  }
}

const withAll = (stored: readonly Thing[], noted: readonly Noted[]): Thing[] =>
  noted.reduce((things, { left, now }) => withLeft(things, left, now), [...stored]);
