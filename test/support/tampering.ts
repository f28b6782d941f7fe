/** Attacks on the history of a case by a person who may write to the tables but has no keys. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { eventKey } from '../../src/features/cases/store/events.js';
import { type Row, rowsOf, type Tables } from '../../src/platform/storage/tables.js';

export class Tampering {
  /** @param tables as stored, without decryption. */
  constructor(private readonly tables: Tables) {}

  async row(id: string, rowKey = 'case'): Promise<Row> {
    const stored = await this.tables.get('Cases', id, rowKey);
    assert.ok(stored, rowKey);
    return stored.row;
  }

  event(id: string, seq: number): Promise<Row> {
    return this.row(id, eventKey(seq));
  }

  async put(row: Row): Promise<void> {
    await this.tables.write('Cases', { kind: 'upsert', row });
  }

  async remove(partitionKey: string, rowKey: string): Promise<void> {
    await this.tables.write('Cases', { kind: 'delete', partitionKey, rowKey });
  }

  async rows(id: string, prefix = ''): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'Cases', id))
      if (row.rowKey.startsWith(prefix)) rows.push(row);
    return rows;
  }

  /** Cuts the last event off and adjusts the row of the case. */
  async cutEnd(id: string): Promise<void> {
    const events = await this.rows(id, 'event:');
    const [before, last] = [events.at(-2), events.at(-1)];
    assert.ok(before && last);
    await this.remove(id, last.rowKey);
    const revision = events.length - 1;
    await this.put({ ...(await this.row(id)), revision, head: before.hash, changedAt: before.at });
  }

  /** Puts the event of another case at the end and adjusts the row of the case. */
  async move(from: { id: string; seq: number }, id: string): Promise<void> {
    const { hash: head, at: changedAt, ...row } = await this.event(from.id, from.seq);
    await this.put({ ...row, partitionKey: id, hash: head, at: changedAt });
    await this.put({ ...(await this.row(id)), revision: from.seq, head, changedAt });
  }

  /**
   * Makes a history look as if version 0.1 had written it: its hashes need no key.
   * @param known the rows with the words, which one may know without a key, too.
   */
  async hashAnew(id: string, known: Tables): Promise<void> {
    let previous = '';
    for await (const { row } of rowsOf(known, 'Cases', id, 'event:')) {
      const { actorId, at, commandId, body } = row;
      const seq = Number(row.rowKey.slice('event:'.length));
      const values = JSON.stringify([previous, seq, actorId, at, commandId, body]);
      previous = createHash('sha256').update(values).digest('hex');
      await this.put({ ...row, hash: previous });
    }
    const { head: _head, changedAt: _changedAt, seal: _seal, ...row } = await this.row(id);
    await this.put({ ...row, partitionKey: id, rowKey: 'case' });
  }

  /** Sets a case back to rows that were copied before. */
  async setBack(id: string, copied: readonly Row[]): Promise<void> {
    for (const { rowKey } of await this.rows(id)) await this.remove(id, rowKey);
    for (const row of copied) await this.put(row);
  }
}
