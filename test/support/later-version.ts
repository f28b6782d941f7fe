/** Writes what a later version of the bot may write, past the code of this one. */
import assert from 'node:assert/strict';
import { toOutboxRows } from '../../src/platform/delivery/outbox.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../src/platform/storage/tables.js';

/** Adds an event of a kind that this version does not know, with a card and a line for each of these people. */
export async function addUnknownEvent(
  tables: Tables,
  id: string,
  readers: readonly string[] = [],
): Promise<void> {
  const stored = await tables.get('Cases', id, 'case');
  assert.ok(stored);
  const revision = Number(stored.row.revision) + 1;
  const event = {
    partitionKey: id,
    rowKey: `event:${String(revision).padStart(6, '0')}`,
    type: 'placed',
    actorId: 'luis',
    at: '2026-11-24T15:00:00.000Z',
    commandId: 'of a later version',
    body: JSON.stringify({ type: 'placed', site: 'Suba' }),
    hash: 'hmac1:later:x',
  };
  const effects = readers.flatMap((target) => [
    { kind: 'case.card', target, urgent: false },
    { kind: 'case.news', target, urgent: false },
  ]);
  const outbox = toOutboxRows(id, revision, effects);
  await tables.commit('Cases', [
    { kind: 'upsert', row: { ...stored.row, revision } },
    ...[event, ...outbox].map((row): Operation => ({ kind: 'insert', row })),
  ]);
}

/** Removes the unknown event, as if this were the version that knows it. */
export async function forgetUnknownEvent(tables: Tables, id: string): Promise<void> {
  const rows: Row[] = [];
  for await (const { row } of rowsOf(tables, 'Cases', id, 'event:')) rows.push(row);
  const unknown = rows.find(({ type }) => type === 'placed');
  assert.ok(unknown);
  await tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: unknown.rowKey });
}

/** Changes the body of an event. */
export async function changeBody(
  tables: Tables,
  id: string,
  seq: number,
  change: (body: Record<string, unknown>) => unknown,
): Promise<void> {
  const stored = await tables.get('Cases', id, `event:${String(seq).padStart(6, '0')}`);
  assert.ok(stored);
  const changed = change(JSON.parse(String(stored.row.body)) as Record<string, unknown>);
  const body = typeof changed === 'string' ? changed : JSON.stringify(changed);
  await tables.write('Cases', { kind: 'upsert', row: { ...stored.row, body } });
}
