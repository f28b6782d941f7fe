/**
 * Figures in the table `Figures`: a partition for each scope, with a row for each month and theme, so that a page reads
 * a year of a scope with one query. Beside them, for each month and theme, the keys of the scopes that have a row.
 */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { changeRow } from '../storage/change-row.js';
import { insertNew, replaceSame } from '../storage/conditional.js';
import { type Row, rowKeysOf, rowsOf, type Tables } from '../storage/tables.js';
import { type Cells, emptyTally, sumOf, type Tally, tallySchema } from './tally.js';

/** Requests to storage at the same time. */
const AT_ONCE = 16;
const TRIES = 5;
/** Sorts before all scopes. */
const GUARD = '!guard';

const json = <T>(schema: z.ZodType<T>) => z.string().transform((text) => schema.parse(JSON.parse(text)));
const figureRow = z.object({
  counts: json(tallySchema.shape.counts),
  days: json(tallySchema.shape.days),
  durations: json(tallySchema.shape.durations),
});

/** A theme in a month, `YYYY-MM`. */
export interface Sheet {
  theme: string;
  month: string;
}

/** A stored figure that is wrong: its scope and cell. */
export interface Difference extends Sheet {
  scope: string;
  cell: string;
  stored: number;
  counted: number;
}

export class FigureStore {
  constructor(private readonly tables: Tables) {}

  /** The tallies of a scope in some calendar years, by month: one query a year. */
  async read(scope: string, years: readonly string[]): Promise<Map<string, Tally>> {
    const found = new Map<string, Tally[]>();
    const ofYears = await Promise.all(years.map((year) => this.#ofYear(scope, year)));
    for (const { rowKey, ...tally } of ofYears.flat()) {
      const month = rowKey.slice(0, 7);
      found.set(month, [...(found.get(month) ?? []), tally]);
    }
    return new Map([...found].map(([month, tallies]) => [month, sumOf(tallies)]));
  }

  /**
   * Writes the figures of a theme in a month, for all scopes.
   * @param count counts the figures; called again when another writer was faster.
   */
  async write(sheet: Sheet, count: () => Promise<ReadonlyMap<string, Tally>>): Promise<void> {
    for (let round = 0; round < TRIES; round++) {
      const key = { partitionKey: partitionOf(sheet), rowKey: GUARD };
      await insertNew(this.tables, 'Figures', { ...key, month: sheet.month, writes: 0 });
      const guard = await this.tables.get('Figures', key.partitionKey, key.rowKey);
      await this.#writeAll(sheet, await count());
      const after = { ...key, month: sheet.month, writes: Number(guard?.row.writes) + 1 };
      // A slower writer may hold older counts.
      if (guard && (await replaceSame(this.tables, 'Figures', after, guard.etag))) return;
    }
    throw new Error(`the figures ${partitionOf(sheet)} are written by too many`);
  }

  /** Compares stored figures with a fresh count. */
  async differences(sheet: Sheet, counted: ReadonlyMap<string, Tally>): Promise<Difference[]> {
    const scopes = new Set([...(await this.#scopesIn(sheet)), ...counted.keys()]);
    const found = await inParallel([...scopes], async (scope) => {
      const stored = (await this.#one(sheet, scope)) ?? emptyTally();
      const differing = differingCells(stored, counted.get(scope) ?? emptyTally());
      return differing.map((difference) => ({ ...sheet, scope, ...difference }));
    });
    return found.flat();
  }

  async #ofYear(scope: string, year: string): Promise<(Tally & { rowKey: string })[]> {
    const rows: (Tally & { rowKey: string })[] = [];
    for await (const { row } of rowsOf(this.tables, 'Figures', scope, `${year}-`)) {
      rows.push({ rowKey: row.rowKey, ...figureRow.parse(row) });
    }
    return rows;
  }

  async #one({ theme, month }: Sheet, scope: string): Promise<Tally | undefined> {
    const stored = await this.tables.get('Figures', scope, `${month}:${theme}`);
    return stored && figureRow.parse(stored.row);
  }

  async #writeAll(sheet: Sheet, counted: ReadonlyMap<string, Tally>): Promise<void> {
    const listed = new Set(await this.#scopesIn(sheet));
    const added = [...counted.keys()].filter((scope) => !listed.has(scope));
    const gone = [...listed].filter((scope) => !counted.has(scope));
    // Listed first: an unlisted row could never be found.
    await inParallel(added, (scope) => this.#upsert(listing(sheet, scope)));
    await inParallel([...counted], ([scope, tally]) => this.#writeOne(sheet, scope, tally));
    await inParallel(gone, async (scope) => {
      await this.tables.write('Figures', { kind: 'delete', ...keyOf(sheet, scope) });
      await this.tables.write('Figures', { kind: 'delete', ...listing(sheet, scope) });
    });
  }

  async #writeOne(sheet: Sheet, scope: string, tally: Tally): Promise<void> {
    const row = { ...keyOf(sheet, scope), month: sheet.month, ...columnsOf(tally) };
    await changeRow(this.tables, 'Figures', keyOf(sheet, scope), (stored) =>
      stored && isDeepStrictEqual(figureRow.parse(stored), tally)
        ? { result: undefined }
        : { row, result: undefined },
    );
  }

  async #upsert(row: Row): Promise<void> {
    await this.tables.write('Figures', { kind: 'upsert', row });
  }

  async #scopesIn(sheet: Sheet): Promise<string[]> {
    const scopes: string[] = [];
    for await (const key of rowKeysOf(this.tables, 'Figures', partitionOf(sheet))) {
      if (key !== GUARD) scopes.push(key);
    }
    return scopes;
  }
}

const partitionOf = ({ theme, month }: Sheet) => `in:${month}:${theme}`;
const listing = (sheet: Sheet, scope: string): Row => ({
  partitionKey: partitionOf(sheet),
  rowKey: scope,
  month: sheet.month,
});
const keyOf = ({ theme, month }: Sheet, scope: string) => ({
  partitionKey: scope,
  rowKey: `${month}:${theme}`,
});

const columnsOf = ({ counts, days, durations }: Tally) => ({
  counts: JSON.stringify(counts),
  days: JSON.stringify(days),
  durations: JSON.stringify(durations),
});

function differingCells(stored: Tally, counted: Tally): Omit<Difference, 'scope' | keyof Sheet>[] {
  const [one, other] = [flat(stored), flat(counted)];
  const cells = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...cells].flatMap((cell) => {
    const [before = 0, now = 0] = [one[cell], other[cell]];
    return before === now ? [] : [{ cell, stored: before, counted: now }];
  });
}

/** All of a tally as cells. */
function flat({ counts, days, durations }: Tally): Cells {
  const nested = (kind: string, groups: Readonly<Record<string, Cells>>) =>
    Object.entries(groups).flatMap(([group, cells]) =>
      Object.entries(cells).map(([cell, count]) => [`${kind} ${group} ${cell}`, count] as const),
    );
  return { ...counts, ...Object.fromEntries([...nested('day', days), ...nested('time', durations)]) };
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
}
