import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_INTEGRITY_KEYS } from '../../src/environment.js';
import type { Stores } from '../../src/local/stores.js';
import { Copying } from '../../src/platform/backup/copying.js';
import { CopyFolder, laterCopies } from '../../src/platform/backup/folder.js';
import { type Restored, Restoring } from '../../src/platform/backup/restoring.js';
import { pack } from '../../src/platform/backup/rows.js';
import { randomId } from '../../src/platform/clock.js';
import { Signer } from '../../src/platform/storage/signer.js';
import type { ScanRequest, StoredTables, TableName } from '../../src/platform/storage/tables.js';
import { COPIED, TABLE_NAMES } from '../../src/tables.js';
import { downloaded, reportedWorld } from '../support/copies.js';
import { aFieldKey } from '../support/field-keys.js';
import { blobPaths, freshStores, rawRows } from '../support/storage.js';
import { World } from '../support/world.js';

const KEY = aFieldKey('k1');
const SIGNER = new Signer(LOCAL_INTEGRITY_KEYS);

describe('a copy of the tables', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    world = await reportedWorld({ fieldKeys: [KEY] });
    folder = mkdtempSync(join(tmpdir(), 'copies-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Copies the tables and downloads the copy; returns its folder. */
  async function copied(day: string, tables = world.stores.tables): Promise<string> {
    await copying(tables).copy(day);
    return downloaded(world.stores.backups, folder, day);
  }
  const copying = (tables: StoredTables) =>
    new Copying({
      tables,
      copied: COPIED,
      blobs: world.stores.backups,
      signer: SIGNER,
      clock: () => new Date(),
      newId: randomId,
    });

  /** As the command does, without its process. */
  async function restore({ tables }: Stores, from: string, keyIds = [KEY.id, 'local']): Promise<Restored> {
    const copy = new CopyFolder(from, SIGNER);
    return new Restoring(tables, TABLE_NAMES, copy, laterCopies(from, SIGNER)).restore(keyIds);
  }
  const cases = ({ tables }: Stores) => rawRows(tables, 'Cases', { rowKey: 'case' });

  it('brings back every row as it was, still encrypted, and the bot goes on with it', async () => {
    const stores = await freshStores();
    await restore(stores, await copied('2026-11-20'));
    for (const table of ['Cases', 'People', 'Conversations', 'Drafts', 'Accesses'] as const) {
      const [now, before] = await Promise.all(
        [stores, world.stores].map(({ tables }) => rawRows(tables, table)),
      );
      assert.deepEqual(now, before, table);
    }
    assert.ok(!JSON.stringify(await rawRows(stores.tables, 'Cases')).includes('fila de la caja'));
    const after = await World.open({ stores, fieldKeys: [KEY] });
    const luis = after.person('Luis');
    await luis.writes('bandeja');
    await after.close();
    assert.match(JSON.stringify(luis.card), /fila de la caja.*qué papeles|qué papeles.*fila de la caja/s);
  });

  it('gives no number twice: new cases go on behind all that may have been given since', async () => {
    const stores = await freshStores();
    await restore(stores, await copied('2026-11-20'));
    const counter = { partitionKey: 'counter' };
    const [before] = await rawRows(world.stores.tables, 'CaseIndex', counter);
    const [after] = await rawRows(stores.tables, 'CaseIndex', counter);
    assert.equal(after?.value, Number(before?.value) + 1_000);
  });

  it('does not bring back a case that was deleted after the copy', async () => {
    const from = await copied('2026-11-20');
    const [gone, kept] = await cases(world.stores);
    const tables = world.stores.tables;
    const number = String(gone?.number);
    const row = {
      partitionKey: 'case',
      rowKey: number,
      number,
      kind: 'case',
      rule: 'cases=5y',
      at: '2026-11-21',
    };
    await tables.write('Deletions', { kind: 'insert', row });
    await copied('2026-11-21');

    const stores = await freshStores();
    const { deleted, leftOut } = await restore(stores, from);
    assert.equal(deleted, 1);
    assert.ok(leftOut > 5, `${leftOut}`);
    const id = String(gone?.partitionKey);
    for (const table of ['Cases', 'CaseIndex', 'Accesses'] as const) {
      assert.ok(!JSON.stringify(await rawRows(stores.tables, table)).includes(id), table);
    }
    assert.deepEqual(
      (await cases(stores)).map(({ partitionKey }) => partitionKey),
      [kept?.partitionKey],
    );
    assert.equal(
      (await rawRows(stores.tables, 'People')).length,
      (await rawRows(world.stores.tables, 'People')).length,
    );
    assert.equal((await rawRows(stores.tables, 'Deletions', { partitionKey: 'case' })).length, 1);
  });

  it('writes into empty tables only', async () => {
    const from = await copied('2026-11-20');
    await assert.rejects(restore(world.stores, from), /is not empty. Restore into a new storage account/);
  });

  it('goes on where it was interrupted', async () => {
    const from = await copied('2026-11-20');
    const stores = await freshStores();
    await restore(stores, from);
    const whole = await rawRows(stores.tables, 'Cases');
    const { tables } = stores;
    const progress = await tables.get('Operations', 'restore', 'copy');
    assert.ok(progress);
    await tables.write('Operations', { kind: 'upsert', row: { ...progress.row, done: false, written: 0 } });
    const [lost] = await cases(stores);
    await tables.write('Cases', { kind: 'delete', partitionKey: String(lost?.partitionKey), rowKey: 'case' });
    await restore(stores, from);
    assert.deepEqual(await rawRows(stores.tables, 'Cases'), whole);
  });

  it('refuses a copy that was changed or cut, and one whose keys are missing, before it writes', async () => {
    const from = await copied('2026-11-20');
    const stores = await freshStores();
    const manifest = join(from, 'manifest.json');
    const whole = readFileSync(manifest, 'utf8');
    await assert.rejects(restore(stores, from, ['other']), /lack what the copy needs: k1, local/);
    const { parts } = JSON.parse(whole) as { parts: { path: string; rows: number }[] };
    writeFileSync(manifest, whole.replace(/"rows": \d+/, '"rows": 0'));
    await assert.rejects(restore(stores, from), /is not as it was signed/);
    writeFileSync(manifest, whole);
    const part = join(from, parts[0]?.path ?? '');
    writeFileSync(part, pack([{ partitionKey: 'a', rowKey: 'b' }]));
    await assert.rejects(restore(stores, from), /is not what was copied/);
    rmSync(part);
    await assert.rejects(restore(stores, from), /There is no /);
    assert.equal((await rawRows(stores.tables, 'Cases')).length, 0);
  });

  it('holds no command by half: what changes while it is made is read again', async () => {
    const { tables } = world.stores;
    const changing: StoredTables = new Proxy(tables, {
      get: (target, name: keyof StoredTables) =>
        name === 'scan' ? scan : (target[name] as () => unknown).bind(target),
    });
    async function scan(table: TableName, request: ScanRequest) {
      const page = await tables.scan(table, request);
      const [first] = page.rows;
      if (table === 'Cases' && first && !request.changedSince) {
        const row = { partitionKey: first.row.partitionKey, rowKey: 'note', text: 'written meanwhile' };
        await tables.write('Cases', { kind: 'upsert', row });
      }
      return page;
    }
    const stores = await freshStores();
    await restore(stores, await copied('2026-11-20', changing));
    const rows = await rawRows(stores.tables, 'Cases');
    assert.deepEqual(rows, await rawRows(tables, 'Cases'));
    assert.ok(rows.some(({ text }) => text === 'written meanwhile'));
  });

  it('leaves nothing of an interrupted copy, and deletes copies when their days are over', async () => {
    const from = await copied('2026-11-20');
    const blobs = world.stores.backups;
    await blobs.put('2026-11-20/interrupted/00000-Cases.jsonl.gz', Buffer.from('half'), 'application/gzip');
    await copied('2026-11-20');
    await copied('2026-11-21');
    const paths = await blobPaths(world.stores.backups);
    assert.ok(!paths.some((path) => path.includes('interrupted')));
    assert.ok(new CopyFolder(from, SIGNER).manifest.parts.length > 3);
    await copying(world.stores.tables).forgetBefore('2026-11-21');
    const left = new Set((await blobPaths(world.stores.backups)).map((path) => path.split('/')[0]));
    assert.deepEqual([...left], ['2026-11-21']);
  });
});
