import assert from 'node:assert/strict';
import type { Row, StoredTables } from '../../src/platform/storage/tables.js';
import { EMULATOR_STARTS_MS, STORED_TABLES } from './storages.js';

for (const [name, open] of STORED_TABLES) {
  describe(`scanned tables: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let tables: StoredTables;
    beforeEach(async () => {
      tables = await open();
    });

    const write = (partitionKey: string, ...keys: string[]) =>
      tables.commit(
        'Cases',
        keys.map((rowKey) => ({ kind: 'upsert', row: { partitionKey, rowKey, text: 'x' } })),
      );
    const places = (rows: readonly { row: Row }[]) =>
      rows.map(({ row }) => `${row.partitionKey}/${row.rowKey}`);
    async function scanned(size: number, changedSince?: Date): Promise<string[][]> {
      const pages: string[][] = [];
      let token: string | undefined;
      do {
        const { rows, next } = await tables.scan('Cases', { size, changedSince, token });
        pages.push(places(rows));
        token = next;
      } while (token !== undefined);
      return pages;
    }

    it('give every row of every partition once, in order, page by page', async () => {
      for (const partition of ['b', 'a', 'ab']) await write(partition, '2', '1');
      await tables.write('CaseIndex', { kind: 'insert', row: { partitionKey: 'a', rowKey: '3' } });
      assert.deepEqual(await scanned(4), [
        ['a/1', 'a/2', 'ab/1', 'ab/2'],
        ['b/1', 'b/2'],
      ]);
      assert.deepEqual(await scanned(1_000), [['a/1', 'a/2', 'ab/1', 'ab/2', 'b/1', 'b/2']]);
    });

    it('give nothing of an empty table', async () => {
      assert.deepEqual(await scanned(10), [[]]);
    });

    it('give whole rows, with ETag and time', async () => {
      await write('a', '1');
      const [row] = (await tables.scan('Cases', {})).rows;
      assert.deepEqual(row, await tables.get('Cases', 'a', '1'));
    });

    it('give a thousand rows at most at once', async () => {
      for (let batch = 0; batch < 11; batch++) {
        await write(
          'p',
          ...Array.from({ length: 100 }, (_, at) => String(batch * 100 + at).padStart(5, '0')),
        );
      }
      const { rows, next } = await tables.scan('Cases', { size: 5_000 });
      assert.equal(rows.length, 1_000);
      assert.equal((await tables.scan('Cases', { token: next })).rows.length, 100);
    });

    it('go on where they were, though rows come and go meanwhile', async () => {
      await write('p', '1', '2', '3', '4');
      const { next } = await tables.scan('Cases', { size: 2 });
      await write('a', '1');
      await tables.write('Cases', { kind: 'delete', partitionKey: 'p', rowKey: '3' });
      await write('q', '1');
      assert.deepEqual(places((await tables.scan('Cases', { token: next })).rows), ['p/4', 'q/1']);
    });

    it('give only what was written since, those of that moment included', async () => {
      const changedAt = async (rowKey: string) =>
        Date.parse((await tables.get('Cases', 'p', rowKey))?.changedAt ?? '');
      await write('p', 'before', 'again');
      const since = await changedAt('before');
      while ((await changedAt('again')) <= since) await write('p', 'again');
      assert.deepEqual(await scanned(10, new Date(await changedAt('again'))), [['p/again']]);
      assert.deepEqual(await scanned(10, new Date(since)), [['p/again', 'p/before']]);
    });
  });
}
