import assert from 'node:assert/strict';
import { AppError } from '../../src/platform/errors.js';
import type { Operation, Row, Tables } from '../../src/platform/storage/tables.js';
import { EMULATOR_STARTS_MS, TABLES } from './storages.js';

const at = (rowKey: string, columns: object = {}): Row => ({ partitionKey: 'p', rowKey, ...columns });
const insert = (row: Row): Operation => ({ kind: 'insert', row });
const code = (wanted: string) => (error: unknown) => error instanceof AppError && error.code === wanted;

for (const [name, open] of TABLES) {
  describe(`rows: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let tables: Tables;
    beforeEach(async () => {
      tables = await open();
    });
    const stored = async (rowKey: string) => (await tables.get('Cases', 'p', rowKey))?.row;

    it('come back with values of the same types', async () => {
      const numbers = { one: 1, less: -5, long: 2 ** 31, longest: 2 ** 53 - 1, part: 0.1, small: 1e-7 };
      const row = at('r', { ...numbers, yes: true, no: false, empty: '', at: Date.parse('2026-11-24') });
      await tables.write('Cases', insert(row));
      assert.deepEqual(await stored('r'), row);
    });

    it('come back without a column that has no value, also when it had one', async () => {
      await tables.write('Cases', insert(at('r', { left: 'x', gone: undefined })));
      assert.deepEqual(await stored('r'), at('r', { left: 'x' }));
      await tables.write('Cases', { kind: 'upsert', row: at('r', { left: undefined, come: 1 }) });
      assert.deepEqual(await stored('r'), at('r', { come: 1 }));
    });

    it('tell columns apart by case', async () => {
      await tables.write('Cases', insert(at('r', { name: 'a', Name: 'b' })));
      assert.deepEqual(await stored('r'), at('r', { name: 'a', Name: 'b' }));
      const keysWith = async (where: Record<string, string>) =>
        (await tables.page('Cases', { partitionKey: 'p', where, size: 10 })).rows.length;
      assert.deepEqual([await keysWith({ Name: 'b' }), await keysWith({ NAME: 'b' })], [1, 0]);
    });

    it('do not change with the objects that were written or read', async () => {
      const row = at('r', { text: 'a' });
      await tables.write('Cases', insert(row));
      row.text = 'b';
      const read = await stored('r');
      assert.ok(read);
      read.text = 'c';
      assert.equal((await stored('r'))?.text, 'a');
    });

    it('have their keys in the order of UTF-16 units', async () => {
      const keys = ['', 'A', 'Z', '_', 'a', 'b', '~', 'é', 'ñ', '👩', '\uffee'];
      for (const key of [...keys].reverse()) await tables.write('Cases', insert(at(key)));
      const { rows } = await tables.page('Cases', { partitionKey: 'p', rowKeyPrefix: '', size: 20 });
      assert.deepEqual(
        rows.map(({ row }) => row.rowKey),
        keys,
      );
    });

    it('come a thousand at most at once, with the rest behind a token', async () => {
      for (let batch = 0; batch < 11; batch++) {
        const rows = Array.from({ length: 100 }, (_, row) => at(String(batch * 100 + row).padStart(5, '0')));
        await tables.commit('Cases', rows.map(insert));
      }
      const first = await tables.page('Cases', { partitionKey: 'p', size: 5_000 });
      assert.equal(first.rows.length, 1_000);
      await tables.write('Cases', { kind: 'delete', partitionKey: 'p', rowKey: '01000' });
      await tables.write('Cases', insert(at('00000a')));
      const rest = await tables.page('Cases', { partitionKey: 'p', size: 5_000, token: first.next });
      assert.deepEqual([rest.rows.length, rest.rows[0]?.row.rowKey, rest.next], [99, '01001', undefined]);
    });

    it('are found by partition, whatever the type of a filter', async () => {
      for (const [partitionKey, columns] of Object.entries({
        a: { open: true, kind: "it's" },
        b: { open: false, kind: "it's" },
        c: { open: 'true', kind: 'x' },
      })) {
        await tables.write('Cases', insert({ partitionKey, rowKey: 'row:1', ...columns }));
      }
      const found = async (where: Record<string, string | boolean>, rowKeyPrefix = 'row:') => {
        const keys: string[] = [];
        for await (const key of tables.partitions('Cases', { rowKeyPrefix, where })) keys.push(key);
        return keys.join();
      };
      assert.equal(await found({ open: true }), 'a');
      assert.equal(await found({ open: 'true' }), 'c');
      assert.equal(await found({ kind: "it's" }), 'a,b');
      assert.equal(await found({}), 'a,b,c');
      assert.equal(await found({}, 'other:'), '');
    });

    it('have the time of their last write', async () => {
      await tables.write('Cases', insert(at('r')));
      const first = (await tables.get('Cases', 'p', 'r'))?.changedAt ?? '';
      assert.match(first, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,7}Z$/);
      let second = first;
      while (second === first) {
        await tables.write('Cases', { kind: 'upsert', row: at('r') });
        second = (await tables.get('Cases', 'p', 'r'))?.changedAt ?? '';
      }
      assert.ok(second > first);
    });

    it('are refused before they are sent where they are beyond the limits of the service', async () => {
      const text = 'x'.repeat(32_768);
      const columns = Object.fromEntries(Array.from({ length: 16 }, (_, column) => [`c${column}`, text]));
      for (const [row, wanted] of [
        [at('r', { text: `${text}x` }), 'too-large'],
        [at('r', columns), 'too-large'],
        [at('a/b'), 'invalid-input'],
        [at('k'.repeat(513)), 'invalid-input'],
      ] as const) {
        await assert.rejects(tables.write('Cases', insert(row)), code(wanted));
        await assert.rejects(tables.commit('Cases', [insert(row)]), code(wanted));
      }
    });

    it('are refused together where a transaction is beyond the limits of the service', async () => {
      const many = (count: number, columns: object = {}) =>
        Array.from({ length: count }, (_, row) => insert(at(`r${row}`, columns)));
      const other: Operation = { kind: 'delete', partitionKey: 'q', rowKey: 'r' };
      for (const [operations, wanted] of [
        [many(101), 'too-large'],
        [many(100, { text: 'x'.repeat(11_000) }), 'too-large'],
        [[...many(1), ...many(1)], 'invalid-input'],
        [[...many(1), other], 'invalid-input'],
        [[], 'invalid-input'],
      ] as const) {
        await assert.rejects(tables.commit('Cases', operations), code(wanted));
      }
      assert.equal(await stored('r0'), undefined);
    });
  });
}
