import { z } from 'zod';
import { BoundedCache } from '../../../platform/bounded-cache.js';
import { type Clock, steadyClock } from '../../../platform/clock.js';
import { changeRow } from '../../../platform/storage/change-row.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { type Row, rowsOf, type StoredRow, type Tables } from '../../../platform/storage/tables.js';
import type { Sending } from '../domain/burst.js';
import { type Draft, draft } from '../domain/draft.js';

/** These columns are stored as JSON. */
const jsonColumns = z.object({
  efforts: z.string(),
  evidence: z.string(),
  chosen: z.string().default(''),
  before: z.string().default(''),
});
/** The columns of every row. `sent` is set once the draft has become a case; the row has no draft then. */
const touchedRow = z.object({
  rowKey: z.string(),
  savedAt: z.string(),
  numberedAt: z.string().default(''),
  uncleanUntil: z.string().default(''),
  uncleanOf: z.string().default(''),
  sent: z.boolean().optional(),
});
/** How long an instance remembers what it has read or written. */
const DRAFTS_KNOWN_FOR = { entries: 2_000, ms: 600_000 };
const SENDINGS_KNOWN_FOR = { entries: 2_000, ms: 60_000 };

/** A draft, or the case with the same id that it became. */
export interface Touched {
  id: string;
  /** ISO 8601. */
  at: string;
  /** As in a draft, also once it is sent. */
  uncleanUntil: string;
  uncleanOf: string;
  /** Undefined once it is sent. */
  draft?: Draft;
}

/** Drafts in the table `Drafts`, partitioned by writer: nobody can reach the drafts of others. */
export class Drafts {
  /** The ETags of the rows that drafts came from: who has read one changes it without reading it again. */
  readonly #etags = new WeakMap<Draft, string>();
  readonly #known = new BoundedCache<Draft>(steadyClock, DRAFTS_KNOWN_FOR);
  readonly #sendings = new BoundedCache<Sending[]>(steadyClock, SENDINGS_KNOWN_FOR);
  readonly #authorised = new BoundedCache<true>(steadyClock, DRAFTS_KNOWN_FOR);

  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    return stored && this.#read(stored);
  }

  /** Returns true if this person has a draft with this id, or has sent it. */
  async isOf(personId: string, id: string): Promise<boolean> {
    return (await this.tables.get('Drafts', personId, id)) !== undefined;
  }

  /**
   * A draft as this instance last knew it, to change by `changeKnown`, which fails if it has changed since. Never show it,
   * nor decide anything by it, before that.
   */
  async lastKnown(personId: string, id: string): Promise<Draft | undefined> {
    return this.#known.known(placeOf(personId, id));
  }

  /** Notes that its writer's authorisation was seen while the draft was stored: who withdraws it loses the draft. */
  noteAuthorised(personId: string, id: string): void {
    this.#authorised.set(placeOf(personId, id), true);
  }

  /** True for a draft as long as it can be changed; see `noteAuthorised`. */
  isAuthorised(personId: string, id: string): boolean {
    return this.#authorised.known(placeOf(personId, id)) !== undefined;
  }

  /** The same, with the reports that this person sent or tried to, in one query. */
  async findWithSendings(
    personId: string,
    id: string,
  ): Promise<{ found: Draft | undefined; sendings: Sending[] }> {
    const rows = await this.#rowsOf(personId);
    const stored = rows.find(({ row }) => row.rowKey === id);
    return { found: stored && this.#read(stored), sendings: sendingsIn(rows) };
  }

  /** What a person wrote or sent, latest first, as long as drafts are kept. */
  async touchedBy(personId: string): Promise<Touched[]> {
    const touched: Touched[] = [];
    for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) touched.push(toTouched(row));
    return touched.sort((a, b) => b.at.localeCompare(a.at));
  }

  /** The reports that a person sent, or tried to. */
  async sendingsOf(personId: string): Promise<Sending[]> {
    const sendings = sendingsIn(await this.#rowsOf(personId));
    this.#sendings.set(personId, sendings);
    return sendings;
  }

  /** The same as this instance knew them up to a minute ago, with those that it has stored since. */
  latelySentBy(personId: string): Promise<Sending[]> {
    return this.#sendings.get(personId, async () => sendingsIn(await this.#rowsOf(personId)));
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
    const etag = await this.tables.write('Drafts', { kind: 'upsert', row: this.#rowOf(personId, written) });
    if (etag !== undefined) await this.#know(personId, written, etag);
  }

  /**
   * Changes the current version of a draft. Calls `change` again after a conflict.
   * @param read the draft as `find` or `change` returned it, if it has been read already.
   * @returns the changed draft; undefined if it is gone, because it was sent, cancelled or withdrawn.
   * @throws StorageError `stale` when conflicts persist.
   */
  async change(
    personId: string,
    id: string,
    change: (draft: Draft) => Draft,
    read?: Draft,
  ): Promise<Draft | undefined> {
    const rowFor = (now: Draft) => this.#rowOf(personId, change(now));
    const etag = read && (await this.#replaceRead(read, rowFor));
    const before = etag === undefined ? await this.#replace(personId, id, rowFor) : read;
    const after = before && change(before);
    if (after && etag !== undefined) await this.#know(personId, after, etag);
    return after;
  }

  /** Changes a draft that this instance knows; undefined if it has changed since, or is gone. */
  async changeKnown(
    personId: string,
    known: Draft,
    change: (draft: Draft) => Draft,
  ): Promise<Draft | undefined> {
    const after = change(known);
    const etag = await this.#replaceRead(known, () => this.#rowOf(personId, after));
    if (etag === undefined) this.#known.forget(placeOf(personId, known.id));
    else await this.#know(personId, after, etag);
    return etag === undefined ? undefined : after;
  }

  /**
   * Replaces a draft by a mark that it was sent, so that later files of the same person find the case.
   * @param read the draft as `find` or `change` returned it.
   * @returns the draft as it was; undefined if it was gone already.
   * @throws StorageError `stale` when conflicts persist.
   */
  async markSent(personId: string, read: Draft): Promise<Draft | undefined> {
    const { id } = read;
    const rowFor = ({ numberedAt, uncleanUntil, uncleanOf }: Draft) => ({
      partitionKey: personId,
      rowKey: id,
      sent: true,
      numberedAt,
      uncleanUntil,
      uncleanOf,
      savedAt: this.clock().toISOString(),
    });
    this.#known.forget(placeOf(personId, id));
    const etag = await this.#replaceRead(read, rowFor);
    return etag === undefined ? this.#replace(personId, id, rowFor) : read;
  }

  /**
   * Notes that the reporter agreed to add these files, which cannot be cleaned, to a draft or to the case that it
   * became, with those that they may still add. Returns false if there is neither.
   */
  async agreeToUnclean(
    personId: string,
    id: string,
    { hashes, now, until }: { hashes: readonly string[]; now: Date; until: Date },
  ): Promise<boolean> {
    const decide = (stored: Row | undefined) => {
      if (!stored) return { result: false };
      const before = touchedRow.parse(stored);
      const others = before.uncleanUntil > now.toISOString() ? before.uncleanOf.split(' ') : [];
      const uncleanOf = [...new Set([...others, ...hashes])].join(' ').trim();
      return { result: true, row: { ...stored, uncleanUntil: until.toISOString(), uncleanOf } };
    };
    return changeRow(this.tables, 'Drafts', { partitionKey: personId, rowKey: id }, decide);
  }

  async remove(personId: string, id: string): Promise<void> {
    this.#known.forget(placeOf(personId, id));
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }

  async #rowsOf(personId: string): Promise<StoredRow[]> {
    const rows: StoredRow[] = [];
    for await (const stored of rowsOf(this.tables, 'Drafts', personId)) rows.push(stored);
    return rows;
  }

  async #know(personId: string, known: Draft, etag: string): Promise<void> {
    this.#etags.set(known, etag);
    this.#known.set(placeOf(personId, known.id), known);
    const { id, numberedAt } = known;
    const sendings = numberedAt && (await this.#sendings.known(personId));
    if (sendings && !sendings.some((sending) => sending.id === id)) sendings.push({ id, numberedAt });
  }

  #read({ row, etag }: StoredRow): Draft | undefined {
    const { draft: found } = toTouched(row);
    if (found) this.#etags.set(found, etag);
    return found;
  }

  /** Replaces the row that a draft was read from. Undefined if it has changed since, or is not known. */
  async #replaceRead(read: Draft, rowFor: (draft: Draft) => Row): Promise<string | undefined> {
    const etag = this.#etags.get(read);
    if (etag === undefined) return undefined;
    try {
      return await this.tables.write('Drafts', { kind: 'replace', row: rowFor(read), etag });
    } catch (error) {
      if (isFailure(error, 'stale')) return undefined;
      throw error;
    }
  }

  /** Replaces the row of a draft. Returns the previous draft; undefined if there is none. */
  #replace(personId: string, id: string, rowFor: (draft: Draft) => Row): Promise<Draft | undefined> {
    const decide = (stored: Row | undefined) => {
      const before = stored && toTouched(stored).draft;
      return { result: before, row: before && rowFor(before) };
    };
    return changeRow(this.tables, 'Drafts', { partitionKey: personId, rowKey: id }, decide);
  }

  #rowOf(personId: string, { id, efforts: list, evidence: files, chosen, before, ...columns }: Draft): Row {
    return {
      partitionKey: personId,
      rowKey: id,
      ...columns,
      efforts: JSON.stringify(list),
      evidence: JSON.stringify(files),
      chosen: chosen ? JSON.stringify(chosen) : '',
      before: before ? JSON.stringify(before) : '',
      savedAt: this.clock().toISOString(),
    };
  }
}

const placeOf = (personId: string, id: string) => `${personId}:${id}`;

function sendingsIn(rows: readonly StoredRow[]): Sending[] {
  return rows.flatMap(({ row }) => {
    const { rowKey: id, numberedAt } = touchedRow.parse(row);
    return numberedAt ? { id, numberedAt } : [];
  });
}

function toTouched(row: Row): Touched {
  const { rowKey: id, savedAt: at, uncleanUntil, uncleanOf, sent } = touchedRow.parse(row);
  const touched = { id, at, uncleanUntil, uncleanOf };
  return sent ? touched : { ...touched, draft: toDraft(row) };
}

function toDraft(row: Row): Draft {
  const { efforts, evidence, chosen, before } = jsonColumns.parse(row);
  return draft.parse({
    ...row,
    id: row.rowKey,
    efforts: JSON.parse(efforts),
    evidence: JSON.parse(evidence),
    chosen: chosen ? JSON.parse(chosen) : undefined,
    before: before ? JSON.parse(before) : undefined,
  });
}
