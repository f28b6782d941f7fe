import { type Effect, OUTBOX_PREFIX, toOutboxRows } from '../../../platform/delivery/outbox.js';
import { replaceSame } from '../../../platform/storage/conditional.js';
import { nextValue } from '../../../platform/storage/counter.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Case } from '../domain/case.js';
import { evolve } from '../domain/case.js';
import type { CaseEvent } from '../domain/event.js';
import { COUNTER } from './case-index.js';
import { EVENT_PREFIX, eventKey, fromEventRow, type StoredEvent, toEventRow } from './events.js';

const CASE_ROW = 'case';
/** The state of the row `case` during erasure. The case counts as missing. */
const ERASED = 'erased';

/** A case with its history. The case is computed from its events; the row `case` guards their order. */
export interface LoadedCase {
  subject: Case;
  events: CaseEvent[];
}

/** A case as read, with what the next commit builds on. */
export interface StoredCase extends LoadedCase {
  events: StoredEvent[];
  etag: string;
}

/** An event, the case before it (none for a report) and the case after it. */
export interface Step {
  before?: StoredCase;
  event: CaseEvent;
  after: Case;
}

/** `repeated`: an earlier try of the same command stored the event. `conflict`: another one was faster. */
export type CommitResult = 'done' | 'repeated' | 'conflict';

/** Cases in the table `Cases`, one partition each: rows `case`, `event:…`, `outbox:…`, `card:…`. */
export class CaseStore {
  constructor(private readonly tables: Tables) {}

  /** Reads a case with one query. */
  async load(id: string): Promise<StoredCase | undefined> {
    let etag: string | undefined;
    const events: StoredEvent[] = [];
    for await (const stored of rowsOf(this.tables, 'Cases', id)) {
      const { rowKey } = stored.row;
      if (rowKey === CASE_ROW && stored.row.state === ERASED) return undefined;
      if (rowKey === CASE_ROW) etag = stored.etag;
      else if (rowKey.startsWith(EVENT_PREFIX)) events.push(fromEventRow(stored.row));
      else if (rowKey.startsWith(OUTBOX_PREFIX)) break;
    }
    const subject = replay(events);
    return subject && etag !== undefined ? { subject, events, etag } : undefined;
  }

  /**
   * Stores an event with its effects in one transaction. If the response is lost or says that the row has
   * changed, the stored event decides: if it has the same command, the commit succeeded.
   * @param extra further rows of the transaction, such as the place of the reporter's card.
   * @throws StorageError `unavailable` when the outcome is unknown and cannot be read either.
   */
  async commit(
    { before, event, after }: Step,
    effects: readonly Effect[],
    extra: readonly Row[] = [],
  ): Promise<CommitResult> {
    const row = toCaseRow(after);
    const operations: Operation[] = [
      before ? { kind: 'replace', row, etag: before.etag } : { kind: 'insert', row },
      { kind: 'insert', row: toEventRow(after.id, event, before?.events.at(-1)?.hash) },
      ...[...toOutboxRows(after.id, event.seq, effects), ...extra].map(
        (added): Operation => ({ kind: 'insert', row: added }),
      ),
    ];
    try {
      await this.tables.commit('Cases', operations);
      return 'done';
    } catch (error) {
      if (!isFailure(error, 'exists', 'stale', 'unavailable')) throw error;
      const stored = await this.tables.get('Cases', after.id, eventKey(event.seq));
      if (stored) return fromEventRow(stored.row).commandId === event.commandId ? 'repeated' : 'conflict';
      throw error;
    }
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

  /** The next number of the year, such as `HUM-2026-000123`. Numbers never repeat; some may be skipped. */
  async nextNumber(year: number): Promise<string> {
    const key = { partitionKey: COUNTER, rowKey: String(year) };
    const value = await nextValue(this.tables, 'CaseIndex', key);
    return `HUM-${year}-${String(value).padStart(6, '0')}`;
  }
}

/** Computes a case from its history; undefined for an empty one. */
export function replay(events: readonly CaseEvent[]): Case | undefined {
  return events.reduce<Case | undefined>(evolve, undefined);
}

/** The snapshot, for people who look into the table, and for optimistic concurrency by its ETag. */
function toCaseRow(subject: Case): Row {
  return {
    partitionKey: subject.id,
    rowKey: CASE_ROW,
    number: subject.number,
    state: subject.state,
    revision: subject.revision,
    level: subject.level,
    reporterId: subject.reporterId,
    assigneeKind: subject.assignee.kind,
    assigneeId: subject.assignee.kind === 'person' ? subject.assignee.id : '',
    confidential: subject.report.confidential,
    narrative: subject.report.narrative,
    reportedAt: subject.reportedAt,
    dueAt: subject.dueAt ?? '',
  };
}
