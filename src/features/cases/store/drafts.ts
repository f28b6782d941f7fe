import { z } from 'zod';
import type { Clock } from '../../../platform/clock.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Sending } from '../domain/burst.js';
import { type Draft, draft } from '../domain/draft.js';

/** These columns are stored as JSON. */
const jsonColumns = z.object({ efforts: z.string(), evidence: z.string(), chosen: z.string().default('') });
/** The columns of every row. `sent` is set once the draft has become a case; the row has no draft then. */
const touchedRow = z.object({
  rowKey: z.string(),
  savedAt: z.string(),
  numberedAt: z.string().default(''),
  uncleanUntil: z.string().default(''),
  sent: z.boolean().optional(),
});
/** A draft, or the case with the same id that it became. */
export interface Touched {
  id: string;
  /** ISO 8601. */
  at: string;
  /** As in a draft, also once it is sent. */
  uncleanUntil: string;
  /** Undefined once it is sent. */
  draft?: Draft;
}

/** Drafts in the table `Drafts`, partitioned by writer: nobody can reach the drafts of others. */
export class Drafts {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    return stored && toTouched(stored.row).draft;
  }

  /** What a person wrote or sent, latest first, as long as drafts are kept. */
  async touchedBy(personId: string): Promise<Touched[]> {
    const touched: Touched[] = [];
    for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) touched.push(toTouched(row));
    return touched.sort((a, b) => b.at.localeCompare(a.at));
  }

  /** The reports that a person sent, or tried to. */
  async sendingsOf(personId: string): Promise<Sending[]> {
    const sendings: Sending[] = [];
    for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
      const { rowKey: id, numberedAt } = touchedRow.parse(row);
      if (numberedAt) sendings.push({ id, numberedAt });
    }
    return sendings;
  }

  /** All rows untouched since a moment, of drafts and of sent ones. Reads the whole table. */
  async *untouchedSince(moment: Date): AsyncGenerator<{ personId: string; id: string }> {
    for await (const personId of this.tables.partitions('Drafts')) {
      for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
        if (touchedRow.parse(row).savedAt < moment.toISOString()) yield { personId, id: row.rowKey };
      }
    }
  }

  /** The reports that were sent before a moment. Reads the whole table. */
  async *sentBefore(moment: Date): AsyncGenerator<{ personId: string; id: string }> {
    for await (const personId of this.tables.partitions('Drafts', { where: { sent: true } })) {
      for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
        const { rowKey: id, savedAt, sent } = touchedRow.parse(row);
        if (sent && savedAt < moment.toISOString()) yield { personId, id };
      }
    }
  }

  /** Stores a new draft. */
  async save(personId: string, written: Draft): Promise<void> {
    await this.tables.write('Drafts', { kind: 'upsert', row: this.#rowOf(personId, written) });
  }

  /**
   * Changes the current version of a draft. Calls `change` again after a conflict.
   * @returns the changed draft; undefined if it is gone, because it was sent, cancelled or withdrawn.
   * @throws StorageError `stale` when conflicts persist.
   */
  async change(personId: string, id: string, change: (draft: Draft) => Draft): Promise<Draft | undefined> {
    const before = await this.#replace(personId, id, (now) => this.#rowOf(personId, change(now)));
    return before && change(before);
  }

  /**
   * Replaces a draft by a mark that it was sent, so that later files of the same person find the case.
   * @returns the draft as it was; undefined if it was gone already.
   * @throws StorageError `stale` when conflicts persist.
   */
  async markSent(personId: string, id: string): Promise<Draft | undefined> {
    return this.#replace(personId, id, ({ numberedAt, uncleanUntil }) => ({
      partitionKey: personId,
      rowKey: id,
      sent: true,
      numberedAt,
      uncleanUntil,
      savedAt: this.clock().toISOString(),
    }));
  }

  /**
   * Notes that the reporter agreed to add files that cannot be cleaned, to a draft or to the case that it
   * became. Returns false if there is neither.
   */
  async agreeToUnclean(personId: string, id: string, until: Date): Promise<boolean> {
    const decide = (stored: Row | undefined) => ({
      result: stored !== undefined,
      row: stored && { ...stored, uncleanUntil: until.toISOString() },
    });
    const limits = { alsoRetried: ['refused'] as const };
    return changeRow(this.tables, 'Drafts', { partitionKey: personId, rowKey: id }, decide, limits);
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }

  /** Replaces the row of a draft. Returns the previous draft; undefined if there is none. */
  #replace(personId: string, id: string, rowFor: (draft: Draft) => Row): Promise<Draft | undefined> {
    const decide = (stored: Row | undefined) => {
      const before = stored && toTouched(stored).draft;
      return { result: before, row: before && rowFor(before) };
    };
    // A row that was deleted meanwhile also answers `refused`.
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
  const { rowKey: id, savedAt: at, uncleanUntil, sent } = touchedRow.parse(row);
  const touched = { id, at, uncleanUntil };
  return sent ? touched : { ...touched, draft: toDraft(row) };
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
