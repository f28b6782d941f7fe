/**
 * What was sent at once, in the table `Recognitions`, one partition each: the rows `sending`, `to:…`, `outbox:…`,
 * `card:…` and `post:…`. The row `sending` guards the order of changes.
 */
import {
  type Effect,
  fromOutboxRow,
  isUntouched,
  prefixOf,
  toOutboxRows,
  toRow,
} from '../../../platform/delivery/outbox.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { removeRows } from '../../../platform/storage/removal.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Recognition, Sending, SendingState } from '../domain/recognition.js';
import { fromRecognitionRow, fromSendingRow, SENDING, TO, toRecognitionRow, toSendingRow } from './rows.js';

const TABLE = 'Recognitions';
const UNSENT: readonly SendingState[] = ['draft', 'undone'];

export interface StoredSending {
  sending: Sending;
  /** Empty for a draft. */
  recognitions: Recognition[];
  etag: string;
}

/** A change of a sending: the row `sending` after it, and what else it writes. */
export interface SendingChange {
  /** Undefined for a new sending. */
  etag: string | undefined;
  sending: Sending;
  changed?: readonly Recognition[];
  effects?: readonly Effect[];
  extra?: readonly Operation[];
}

export class Sendings {
  constructor(private readonly tables: Tables) {}

  /** Reads a sending with one query. */
  async load(id: string): Promise<StoredSending | undefined> {
    let found: { sending: Sending; etag: string } | undefined;
    const recognitions: Recognition[] = [];
    for await (const { row, etag } of rowsOf(this.tables, TABLE, id)) {
      if (row.rowKey === SENDING) found = { sending: fromSendingRow(row), etag };
      else if (row.rowKey.startsWith(TO)) recognitions.push(fromRecognitionRow(row));
    }
    return found && { ...found, recognitions };
  }

  /**
   * Stores a change with its effects in one transaction.
   * @returns false if the sending is no longer as it was read: by this very change, whose answer was lost, or by another.
   */
  async commit({ etag, sending, changed = [], effects = [], extra = [] }: SendingChange): Promise<boolean> {
    const { id, revision } = sending;
    const row = toSendingRow(sending);
    try {
      await this.tables.commit(TABLE, [
        etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag },
        ...changed.map((one): Operation => ({ kind: 'upsert', row: toRecognitionRow(keyOf(one), one) })),
        ...toOutboxRows(id, revision, effects).map((added): Operation => ({ kind: 'insert', row: added })),
        ...extra,
      ]);
      return true;
    } catch (error) {
      if (isFailure(error, 'exists', 'stale')) return false;
      throw error;
    }
  }

  /**
   * Lets go of the notices of a sending that wait for their time; the sending as it is then decides that they say
   * nothing.
   * @returns operations that fail when one of them is taken up meanwhile; undefined when one has been taken up already.
   */
  async releasing({ id, revision }: Sending): Promise<Operation[] | undefined> {
    const operations: Operation[] = [];
    for await (const { row, etag } of rowsOf(this.tables, TABLE, id, prefixOf(revision))) {
      const item = fromOutboxRow(row);
      if (!item || item.target === '') continue;
      if (!isUntouched(item)) return undefined;
      operations.push({ kind: 'replace', row: toRow({ ...item, notBefore: '' }), etag });
    }
    return operations;
  }

  /**
   * The ids of what was written and not sent, or taken back; with `senderId`, of one person's. Reads the whole table: for
   * maintenance.
   */
  async *unsent(senderId?: string): AsyncGenerator<string> {
    for (const state of UNSENT) {
      const where = { state, ...(senderId !== undefined && { senderId }) };
      yield* this.tables.partitions(TABLE, { rowKeyPrefix: SENDING, where });
    }
  }

  /**
   * Deletes what is not sent. Its revision goes up first: a sending that is under way fails then, so that nothing goes
   * with the draft that somebody was told of as sent.
   * @returns false if it is no longer as it was read.
   */
  async discard({ sending, etag }: StoredSending): Promise<boolean> {
    const isSame = await this.commit({ etag, sending: { ...sending, revision: sending.revision + 1 } });
    if (isSame) await this.erase(sending.id);
    return isSame;
  }

  async erase(id: string): Promise<void> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, TABLE, id)) rows.push(row);
    await removeRows(this.tables, TABLE, rows);
  }
}

const keyOf = ({ sendingId, personId }: Recognition) => ({
  partitionKey: sendingId,
  rowKey: `${TO}${personId}`,
});
