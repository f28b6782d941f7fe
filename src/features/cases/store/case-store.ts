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
/** The state of a row `case` whose case is being erased: to everybody there is none any more. */
const ERASED = 'erased';

/** A case with its history. The case is what its events make of it; the row `case` guards the order. */
export interface LoadedCase {
  subject: Case;
  events: CaseEvent[];
}

/** As it was read, with what the next commit builds on. */
export interface StoredCase extends LoadedCase {
  events: StoredEvent[];
  etag: string;
}

/** An event, the case that it follows on (none for a report), and what it makes of it. */
export interface Step {
  before?: StoredCase;
  event: CaseEvent;
  after: Case;
}

/** `repeated`: an earlier try of the same command has stored it. `conflict`: another was faster. */
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
   * Stores an event with its effects in one transaction. When the answer is lost or says that the row has
   * changed, what is stored decides: the same command found there is this one's success.
   * @param extra rows to keep with it, as where the reporter's card is.
   * @throws StorageError `unavailable` when it may or may not be stored and cannot be read either.
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
   * Ends a case as it was read, so that its rows can be taken away one after the other with nobody acting on what is
   * left. False when somebody has acted on it meanwhile.
   */
  async condemn({ subject, etag }: StoredCase): Promise<boolean> {
    const row = { partitionKey: subject.id, rowKey: CASE_ROW, state: ERASED, number: subject.number };
    return replaceSame(this.tables, 'Cases', row, etag);
  }

  /** What there is where `load` finds nothing: an erasure that was begun, nothing, or rows that do not fit. */
  async remains(id: string): Promise<'condemned' | 'nothing' | 'damaged'> {
    const { rows } = await this.tables.page('Cases', { partitionKey: id, size: 1 });
    if (rows.length === 0) return 'nothing';
    const stored = await this.tables.get('Cases', id, CASE_ROW);
    return stored?.row.state === ERASED ? 'condemned' : 'damaged';
  }

  /** Takes away the rows of a condemned case, the row `case` last. */
  async erase(id: string): Promise<void> {
    for await (const { row } of rowsOf(this.tables, 'Cases', id)) {
      if (row.rowKey === CASE_ROW) continue;
      await this.tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: row.rowKey });
    }
    await this.tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: CASE_ROW });
  }

  /** The next number of the year, as `HUM-2026-000123`. A number is never given twice; one may be skipped. */
  async nextNumber(year: number): Promise<string> {
    const key = { partitionKey: COUNTER, rowKey: String(year) };
    const value = await nextValue(this.tables, 'CaseIndex', key);
    return `HUM-${year}-${String(value).padStart(6, '0')}`;
  }
}

/** The case that a history makes; undefined for none. */
export function replay(events: readonly CaseEvent[]): Case | undefined {
  return events.reduce<Case | undefined>(evolve, undefined);
}

/** The snapshot, for people who look into the table and for the ETag that keeps commands apart. */
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
