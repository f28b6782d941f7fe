import assert from 'node:assert/strict';
import { replaceSame } from '../../src/platform/storage/conditional.js';
import { StorageError, type StorageFailure } from '../../src/platform/storage/errors.js';
import { removeRows } from '../../src/platform/storage/removal.js';
import {
  type Operation,
  type Row,
  rowKeysOf,
  rowsOf,
  type Tables,
} from '../../src/platform/storage/tables.js';
import { EMULATOR_STARTS_MS, TABLES } from './storages.js';

// `narrative` is one of the columns that `EncryptedTables` encrypts.
const ROW: Row = {
  partitionKey: 'p',
  rowKey: 'r',
  text: 'ñandú',
  narrative: 'Le gritaron.',
  count: 7,
  yes: true,
};

for (const [name, open] of TABLES) {
  describe(`tables: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let tables: Tables;
    beforeEach(async () => {
      tables = await open();
    });

    it('returns text exactly as written', async () => {
      const text = 'línea\n\t"comillas" \u200d 👩‍👩‍👧 e\u0301 é';
      await tables.write('Cases', { kind: 'insert', row: { ...ROW, text, narrative: text } });
      assert.deepEqual((await tables.get('Cases', 'p', 'r'))?.row, { ...ROW, text, narrative: text });
    });

    it('returns undefined for a missing row', async () => {
      assert.equal(await tables.get('Cases', 'p', 'r'), undefined);
    });

    it('refuses to insert a row twice', async () => {
      await tables.write('Cases', { kind: 'insert', row: ROW });
      await assert.rejects(tables.write('Cases', { kind: 'insert', row: ROW }), failure('exists'));
    });

    it('replaces only the version that was read', async () => {
      await tables.write('Cases', { kind: 'insert', row: ROW });
      const etag = (await tables.get('Cases', 'p', 'r'))?.etag ?? '';
      await tables.write('Cases', { kind: 'replace', row: { ...ROW, count: 8 }, etag });
      const late = tables.write('Cases', { kind: 'replace', row: { ...ROW, count: 9 }, etag });
      await assert.rejects(late, failure('stale'));
      assert.equal((await tables.get('Cases', 'p', 'r'))?.row.count, 8);
    });

    it('replaces the whole row on upsert', async () => {
      await tables.write('Cases', { kind: 'upsert', row: ROW });
      await tables.write('Cases', { kind: 'upsert', row: { partitionKey: 'p', rowKey: 'r', other: 'x' } });
      const stored = await tables.get('Cases', 'p', 'r');
      assert.deepEqual(stored?.row, { partitionKey: 'p', rowKey: 'r', other: 'x' });
    });

    it('deletes a row, and tolerates a missing one', async () => {
      await tables.write('Cases', { kind: 'insert', row: ROW });
      for (let time = 0; time < 2; time++) {
        await tables.write('Cases', { kind: 'delete', partitionKey: 'p', rowKey: 'r' });
        assert.equal(await tables.get('Cases', 'p', 'r'), undefined);
      }
    });

    it('commits all or nothing', async () => {
      await tables.write('Cases', { kind: 'insert', row: ROW });
      const commit = tables.commit('Cases', [
        { kind: 'insert', row: { ...ROW, rowKey: 'new' } },
        { kind: 'insert', row: ROW },
      ]);
      await assert.rejects(commit, failure('exists'));
      assert.equal(await tables.get('Cases', 'p', 'new'), undefined);
    });

    it('tells the ETag of each row that it commits', async () => {
      const stored = await tables.write('Cases', { kind: 'insert', row: ROW });
      const etags = await tables.commit('Cases', [
        { kind: 'replace', row: ROW, etag: stored ?? '' },
        { kind: 'insert', row: { ...ROW, rowKey: 'new' } },
      ]);
      const { rows } = await tables.page('Cases', { partitionKey: 'p', size: 10 });
      assert.deepEqual(new Set(etags), new Set(rows.map(({ etag }) => etag)));
      assert.equal(etags[0], (await tables.get('Cases', 'p', 'r'))?.etag);
    });

    it('rejects a transaction that deletes a missing row, which removeRows tolerates', async () => {
      const rows = Array.from({ length: 150 }, (_, at): Row => ({ ...ROW, rowKey: `r${at}` }));
      for (const row of rows.slice(1)) await tables.write('Cases', { kind: 'insert', row });
      const gone = { kind: 'delete', partitionKey: 'p', rowKey: 'r0' } as const;
      const there = { kind: 'delete', partitionKey: 'p', rowKey: 'r1' } as const;
      await assert.rejects(tables.commit('Cases', [gone, there]), failure('refused'));
      assert.ok(await tables.get('Cases', 'p', 'r1'));
      await removeRows(tables, 'Cases', rows);
      assert.deepEqual((await tables.page('Cases', { partitionKey: 'p', size: 10 })).rows, []);
    });

    it('takes a row that is gone for one that has changed', async () => {
      const etag = await tables.write('Cases', { kind: 'insert', row: ROW });
      await tables.write('Cases', { kind: 'delete', partitionKey: 'p', rowKey: 'r' });
      const replace = { kind: 'replace', row: ROW, etag: etag ?? '' } as const;
      assert.equal(await replaceSame(tables, 'Cases', ROW, replace.etag), false);
      await assert.rejects(tables.commit('Cases', [replace]), failure('stale'));
      assert.equal(await tables.get('Cases', 'p', 'r'), undefined);
    });

    it('rejects a transaction with an old ETag', async () => {
      await tables.write('Cases', { kind: 'insert', row: ROW });
      const etag = (await tables.get('Cases', 'p', 'r'))?.etag ?? '';
      await tables.write('Cases', { kind: 'upsert', row: ROW });
      const commit = tables.commit('Cases', [
        { kind: 'replace', row: ROW, etag },
        { kind: 'insert', row: { ...ROW, rowKey: 'event' } },
      ]);
      await assert.rejects(commit, failure('stale'));
      assert.equal(await tables.get('Cases', 'p', 'event'), undefined);
    });

    it('pages through a partition in key order, by prefix', async () => {
      const keys = ['a:3', 'a:1', 'b:1', 'a:2', 'a'];
      for (const rowKey of keys) await tables.write('Cases', { kind: 'insert', row: { ...ROW, rowKey } });
      await tables.write('Cases', { kind: 'insert', row: { ...ROW, partitionKey: 'q', rowKey: 'a:0' } });
      const first = await tables.page('Cases', { partitionKey: 'p', rowKeyPrefix: 'a:', size: 2 });
      assert.deepEqual(keysOf(first.rows), ['a:1', 'a:2']);
      assert.ok(first.next);
      const request = { partitionKey: 'p', rowKeyPrefix: 'a:', size: 2, token: first.next };
      const second = await tables.page('Cases', request);
      assert.deepEqual(keysOf(second.rows), ['a:3']);
      assert.equal(second.next, undefined);
    });

    it('reads a whole partition, whatever characters its key has', async () => {
      const partitionKey = "it's: ñ 'quoted'";
      await tables.write('Cases', { kind: 'insert', row: { ...ROW, partitionKey } });
      const found: string[] = [];
      for await (const { row } of rowsOf(tables, 'Cases', partitionKey)) found.push(row.rowKey);
      assert.deepEqual(found, ['r']);
    });

    it('lists every partition once and in order, across many rows and pages', async () => {
      const insert = (partitionKey: string, count: number) =>
        Array.from({ length: count }, (_, at) => at).map(
          (at): Operation => ({ kind: 'insert', row: { ...ROW, partitionKey, rowKey: String(at) } }),
        );
      await tables.write('CaseIndex', { kind: 'insert', row: { ...ROW, partitionKey: 'elsewhere' } });
      await tables.write('Cases', { kind: 'insert', row: { ...ROW, partitionKey: 'gone' } });
      await tables.write('Cases', { kind: 'delete', partitionKey: 'gone', rowKey: ROW.rowKey });
      for (const key of ['c', 'a', 'b', "it's ñ"]) await tables.commit('Cases', insert(key, 3));
      for (let batch = 0; batch < 10; batch++) {
        const rows = insert('long', 100).map(
          (operation): Operation =>
            operation.kind === 'insert'
              ? { ...operation, row: { ...operation.row, rowKey: `${batch}-${operation.row.rowKey}` } }
              : operation,
        );
        await tables.commit('Cases', rows);
      }
      const found: string[] = [];
      for await (const key of tables.partitions('Cases')) found.push(key);
      assert.deepEqual(found, ['a', 'b', 'c', "it's ñ", 'long']);
    });

    it('returns the keys alone when only they are asked for', async () => {
      for (const rowKey of ['a:1', 'a:2', 'b:1']) {
        await tables.write('Cases', { kind: 'insert', row: { ...ROW, rowKey } });
      }
      const request = { partitionKey: 'p', rowKeyPrefix: 'a:', keysOnly: true, size: 10 };
      const { rows } = await tables.page('Cases', request);
      assert.deepEqual(
        rows.map(({ row }) => row),
        [
          { partitionKey: 'p', rowKey: 'a:1' },
          { partitionKey: 'p', rowKey: 'a:2' },
        ],
      );
      const found: string[] = [];
      for await (const rowKey of rowKeysOf(tables, 'Cases', 'p')) found.push(rowKey);
      assert.deepEqual(found, ['a:1', 'a:2', 'b:1']);
    });

    it('returns only the rows that match a filter, across pages', async () => {
      for (let at = 0; at < 10; at++) {
        const row = { ...ROW, rowKey: String(at), text: at % 3 === 0 ? "it's" : 'other' };
        await tables.write('Cases', { kind: 'insert', row });
      }
      const found: string[] = [];
      let token: string | undefined;
      do {
        const page = await tables.page('Cases', {
          partitionKey: 'p',
          where: { text: "it's" },
          size: 2,
          token,
        });
        found.push(...keysOf(page.rows));
        token = page.next;
      } while (token !== undefined);
      assert.deepEqual(found, ['0', '3', '6', '9']);
    });
  });
}

const keysOf = (rows: { row: Row }[]) => rows.map(({ row }) => row.rowKey);
const failure = (kind: StorageFailure) => (error: unknown) =>
  error instanceof StorageError && error.failure === kind;
