import { BoundedCache } from '../../../platform/bounded-cache.js';
import { steadyClock } from '../../../platform/clock.js';
import {
  type Effect,
  fromOutboxRow,
  isUntouched,
  OUTBOX_PREFIX,
  prefixOf,
  toOutboxRows,
  toRow,
} from '../../../platform/delivery/outbox.js';
import { replaceSame } from '../../../platform/storage/conditional.js';
import { BlockCounter } from '../../../platform/storage/counter.js';
import { isFailure } from '../../../platform/storage/errors.js';
import type { Signer } from '../../../platform/storage/signer.js';
import {
  type Operation,
  type Row,
  rowsOf,
  type StoredRow,
  type Tables,
} from '../../../platform/storage/tables.js';
import { type Case, evolve } from '../domain/case.js';
import type { CaseEvent } from '../domain/event.js';
import { readLaterReport } from '../domain/later-version.js';
import { COUNTER } from './case-index.js';
import { EVENT_PREFIX } from './chain.js';
import { eventKey, fromEventRow, type StoredEvent, toEventRow } from './events.js';
import { CASE_ROW, ERASED, toSnapshot } from './snapshot.js';

/** A case with its history. The case is computed from its events; the row `case` guards their order. */
export interface LoadedCase {
  subject: Case;
  /** Up to the first one that this version does not know. */
  events: CaseEvent[];
  /** A later version of the bot wrote events that this one does not know. The case can only be read. */
  isAhead: boolean;
}

/** A case as read, with what the next commit builds on. */
export interface StoredCase extends LoadedCase {
  events: StoredEvent[];
  etag: string;
}

/** An event, the case before it (none for a report) and the case after it. */
export interface Step {
  before?: StoredCase | undefined;
  event: CaseEvent;
  after: Case;
}

/** Whether an event was stored; `fresh`: the effects of a new case as stored, where storage has told their ETags. */
export interface Committed {
  isDone: boolean;
  fresh?: StoredRow[] | undefined;
}

/** How many numbers an instance takes at once. */
const NUMBERS = 20;
/** How long an instance remembers a case that it has read or changed. */
const KNOWN_FOR = { entries: 500, ms: 600_000 };

/** Cases in the table `Cases`, one partition each: rows `case`, `event:…`, `outbox:…`, `card:…`. */
export class CaseStore {
  readonly #numbers: BlockCounter;
  readonly #known = new BoundedCache<StoredCase>(steadyClock, KNOWN_FOR);

  constructor(
    private readonly tables: Tables,
    private readonly signer: Signer,
  ) {
    this.#numbers = new BlockCounter(tables, 'CaseIndex', NUMBERS);
  }

  /** Reads a case with one query. */
  async load(id: string): Promise<StoredCase | undefined> {
    let snapshot: StoredRow | undefined;
    const rows: Row[] = [];
    for await (const stored of rowsOf(this.tables, 'Cases', id)) {
      const { rowKey } = stored.row;
      if (rowKey === CASE_ROW && stored.row.state === ERASED) {
        this.#known.forget(id);
        return undefined;
      }
      if (rowKey === CASE_ROW) snapshot = stored;
      else if (rowKey.startsWith(EVENT_PREFIX)) rows.push(stored.row);
      else if (rowKey.startsWith(OUTBOX_PREFIX)) break;
    }
    const told = snapshot && toldBy(rows, snapshot.row);
    const loaded = told && snapshot && { ...told, etag: snapshot.etag };
    if (loaded) this.#known.set(id, loaded);
    return loaded;
  }

  /**
   * A case as this instance last knew it, to try a command on: the commit fails if it has changed since. Never show it, nor
   * refuse anything by it.
   */
  async lastKnown(id: string): Promise<StoredCase | undefined> {
    return this.#known.known(id);
  }

  /**
   * Stores an event with its effects in one transaction.
   * @param extra further operations of the transaction, such as storing the place of the reporter's card.
   * @returns not done if the case is no longer as it was read: by this very command, whose answer was lost, or by another
   * one. The stored events tell.
   * @throws StorageError `unavailable` when the outcome is unknown and cannot be read either.
   */
  async commit(
    { before, event, after }: Step,
    effects: readonly Effect[],
    extra: readonly Operation[] = [],
  ): Promise<Committed> {
    const eventRow = toEventRow(this.signer, after.id, event, before?.events.at(-1)?.hash);
    const row = toSnapshot(after, eventRow, this.signer);
    const outbox = toOutboxRows(after.id, event.seq, effects);
    const operations: Operation[] = [
      before ? { kind: 'replace', row, etag: before.etag } : { kind: 'insert', row },
      { kind: 'insert', row: eventRow },
      ...outbox.map((added): Operation => ({ kind: 'insert', row: added })),
      ...extra,
    ];
    this.#known.forget(after.id);
    try {
      const [etag, , ...etags] = await this.tables.commit('Cases', operations);
      const events = [...(before?.events ?? []), { ...event, hash: eventRow.hash }];
      if (etag !== undefined) this.#known.set(after.id, { subject: after, events, isAhead: false, etag });
      return { isDone: true, fresh: before ? undefined : asStored(outbox, etags) };
    } catch (error) {
      if (!isFailure(error, 'exists', 'stale', 'unavailable')) throw error;
      if (isFailure(error, 'stale')) return { isDone: false };
      if (await this.tables.get('Cases', after.id, eventKey(event.seq))) return { isDone: false };
      throw error;
    }
  }

  /**
   * Lets go of the notices of an event that wait for their time.
   * @param waits tells which do.
   * @returns operations that fail when one of them is taken up meanwhile; undefined when one has been taken up already.
   */
  async releasing(
    id: string,
    seq: number,
    waits: (kind: string, target: string) => boolean,
  ): Promise<Operation[] | undefined> {
    const operations: Operation[] = [];
    for await (const { row, etag } of rowsOf(this.tables, 'Cases', id, prefixOf(seq))) {
      const item = fromOutboxRow(row);
      if (!item || !waits(item.kind, item.target)) continue;
      if (!isUntouched(item)) return undefined;
      operations.push({ kind: 'replace', row: toRow({ ...item, notBefore: '' }), etag });
    }
    return operations;
  }

  /**
   * Marks a case as erased, so that its rows can be deleted one by one while nobody acts on the rest. Returns
   * false if the case has changed since it was read.
   */
  async condemn({ subject, etag }: StoredCase): Promise<boolean> {
    const row = { partitionKey: subject.id, rowKey: CASE_ROW, state: ERASED, number: subject.number };
    return replaceSame(this.tables, 'Cases', row, etag);
  }

  /** What is stored when `load` finds nothing: an unfinished erasure, nothing, or inconsistent rows. */
  async remains(id: string): Promise<'condemned' | 'nothing' | 'damaged'> {
    const { rows } = await this.tables.page('Cases', { partitionKey: id, size: 1 });
    if (rows.length === 0) return 'nothing';
    const stored = await this.tables.get('Cases', id, CASE_ROW);
    return stored?.row.state === ERASED ? 'condemned' : 'damaged';
  }

  /** Deletes the rows of a condemned case, the row `case` last. */
  async erase(id: string): Promise<void> {
    for await (const { row } of rowsOf(this.tables, 'Cases', id)) {
      if (row.rowKey === CASE_ROW) continue;
      await this.tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: row.rowKey });
    }
    await this.tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: CASE_ROW });
  }

  /**
   * A number of the year that nobody has yet, such as `HUM-2026-000123`. Numbers never repeat. Some are skipped, and
   * those of several instances are not in the order of time.
   */
  async nextNumber(year: number): Promise<string> {
    const key = { partitionKey: COUNTER, rowKey: String(year) };
    return `HUM-${year}-${String(await this.#numbers.next(key)).padStart(6, '0')}`;
  }
}

/** Rows with the ETags that storage has given them; undefined where it has not told them. */
function asStored(rows: readonly Row[], etags: readonly (string | undefined)[]): StoredRow[] | undefined {
  const stored = rows.flatMap((row, at) => {
    const etag = etags[at];
    return etag === undefined ? [] : [{ row, etag, changedAt: '' }];
  });
  return stored.length === rows.length ? stored : undefined;
}

/** Computes a case from its history; undefined for an empty one. */
export function replay(events: readonly CaseEvent[]): Case | undefined {
  return events.reduce<Case | undefined>(evolve, undefined);
}

/** What the rows of a case tell: its events, in order, and the row `case`. Undefined without events. */
export function toldBy(rows: readonly Row[], snapshot: Row): Omit<StoredCase, 'etag'> | undefined {
  const events: StoredEvent[] = [];
  for (const row of rows) {
    const event = fromEventRow(row);
    // What follows may build on an event that this version does not know.
    if (!event) break;
    events.push(event);
  }
  const subject = replay(events);
  if (subject) return { subject, events, isAhead: events.length < rows.length };
  const [first] = rows;
  return first && toldByLaterReport(first, snapshot);
}

function toldByLaterReport(row: Row, { number }: Row): Omit<StoredCase, 'etag'> | undefined {
  const known = { caseId: row.partitionKey, number: String(number), at: String(row.at) };
  const { body, saysReaders } = readLaterReport(String(row.body), known);
  const event = fromEventRow(row, () => body);
  const subject = event && evolve(undefined, event);
  return subject && { subject: { ...subject, isClosedToTeam: !saysReaders }, events: [event], isAhead: true };
}
