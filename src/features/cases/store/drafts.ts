import { z } from 'zod';
import type { Clock } from '../../../platform/clock.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { type Draft, draft } from '../domain/draft.js';

/** Lists are kept as JSON. */
const jsonColumns = z.object({ efforts: z.string(), evidence: z.string(), chosen: z.string().default('') });
/** What every row tells; `sent` is there once the draft has become a case, and of the draft nothing else is then. */
const touchedRow = z.object({ rowKey: z.string(), savedAt: z.string(), sent: z.boolean().optional() });
/** A draft that somebody was at, or the case that it has become, whose id is the same. */
export interface Touched {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Undefined once it is sent. */
  draft?: Draft;
}

/** Drafts in the table `Drafts`, partitioned by their writer: nobody can reach another's. */
export class Drafts {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    return stored && toTouched(stored.row).draft;
  }

  /** What a person has written or sent, the last first, as long as drafts are kept. */
  async touchedBy(personId: string): Promise<Touched[]> {
    const touched: Touched[] = [];
    for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) touched.push(toTouched(row));
    return touched.sort((a, b) => b.at.localeCompare(a.at));
  }

  /** Drafts that nobody has touched since a moment, whoever wrote them. Reads the whole table. */
  async *untouchedSince(moment: Date): AsyncGenerator<{ personId: string; id: string }> {
    for await (const personId of this.tables.partitions('Drafts')) {
      for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
        if (touchedRow.parse(row).savedAt < moment.toISOString()) yield { personId, id: row.rowKey };
      }
    }
  }

  /** Keeps a draft that was not there before. */
  async save(personId: string, written: Draft): Promise<void> {
    await this.tables.write('Drafts', { kind: 'upsert', row: this.#rowOf(personId, written) });
  }

  /**
   * Changes a draft as it is now, whoever else is at it: `change` may be asked again where somebody was faster.
   * @returns the draft as it is then; undefined where there is none any more, since it was sent, cancelled or
   * withdrawn.
   * @throws StorageError `stale` where others keep being faster.
   */
  async change(personId: string, id: string, change: (draft: Draft) => Draft): Promise<Draft | undefined> {
    const before = await this.#replace(personId, id, (now) => this.#rowOf(personId, change(now)));
    return before && change(before);
  }

  /**
   * Leaves of a draft only that it was sent, so that what comes next from the same person finds the case.
   * @returns the draft as it was until then; undefined where it was gone already.
   * @throws StorageError `stale` where others keep being faster.
   */
  async markSent(personId: string, id: string): Promise<Draft | undefined> {
    return this.#replace(personId, id, () => ({
      partitionKey: personId,
      rowKey: id,
      sent: true,
      savedAt: this.clock().toISOString(),
    }));
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }

  /** Puts a row in the place of a draft. Returns the draft that it was made of; undefined where there is none. */
  #replace(personId: string, id: string, rowFor: (draft: Draft) => Row): Promise<Draft | undefined> {
    const decide = (stored: Row | undefined) => {
      const before = stored && toTouched(stored).draft;
      return { result: before, row: before && rowFor(before) };
    };
    // `refused` is also what a row answers that was taken away in between.
    const limits = { alsoRetried: ['refused'] as const };
    return changeRow(this.tables, 'Drafts', { partitionKey: personId, rowKey: id }, decide, limits);
  }

  #rowOf(personId: string, { id, efforts: list, evidence: files, chosen, ...columns }: Draft): Row {
    return {
      partitionKey: personId,
      rowKey: id,
      ...columns,
      efforts: JSON.stringify(list),
      evidence: JSON.stringify(files),
      chosen: chosen ? JSON.stringify(chosen) : '',
      savedAt: this.clock().toISOString(),
    };
  }
}

function toTouched(row: Row): Touched {
  const { rowKey: id, savedAt: at, sent } = touchedRow.parse(row);
  return sent ? { id, at } : { id, at, draft: toDraft(row) };
}

function toDraft(row: Row): Draft {
  const { efforts, evidence, chosen } = jsonColumns.parse(row);
  return draft.parse({
    ...row,
    id: row.rowKey,
    efforts: JSON.parse(efforts),
    evidence: JSON.parse(evidence),
    chosen: chosen ? JSON.parse(chosen) : undefined,
  });
}
