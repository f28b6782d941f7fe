import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LOCAL_INTEGRITY_KEYS } from '../../src/environment.js';
import { Copying } from '../../src/platform/backup/copying.js';
import { CopyFolder, laterCopies } from '../../src/platform/backup/folder.js';
import { type Restored, Restoring } from '../../src/platform/backup/restoring.js';
import { pack } from '../../src/platform/backup/rows.js';
import { randomId } from '../../src/platform/clock.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { AzureBlobs, BACKUPS } from '../../src/platform/storage/blobs.js';
import { Signer } from '../../src/platform/storage/signer.js';
import type { Page, ScanRequest, TableName } from '../../src/platform/storage/tables.js';
import { CommandLine } from '../support/cli.js';
import { aFieldKey } from '../support/field-keys.js';
import { blobPaths, freshAccount, rawBlobs, rawRows } from '../support/storage.js';
import { World } from '../support/world.js';

const KEY = aFieldKey('k1');
const ENVIRONMENT = { FIELD_KEYS: `${KEY.id}:${KEY.key.toString('base64')}` };
const SIGNER = new Signer(LOCAL_INTEGRITY_KEYS);
const STORIES = [
  'Le gritaron a una usuaria en la fila de la caja.',
  'Nadie explicó qué papeles hacían falta.',
];

describe('npm run backup and npm run restore', function () {
  this.timeout(120_000);
  let world: World;
  let folder: string;
  let closing: (() => void)[];
  beforeEach(async () => {
    world = await World.open({ fieldKeys: [KEY] });
    folder = mkdtempSync(join(tmpdir(), 'copies-'));
    closing = [() => rmSync(folder, { recursive: true })];
    for (const narrative of STORIES) {
      const ana = world.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative });
      await ana.taps('report.submit');
    }
    await world.person('Luis').sees('HUM-', 'qué papeles');
    await world.close();
  });
  afterEach(() => {
    for (const close of closing) close();
  });

  /** Copies the tables and downloads the copy; returns its folder. */
  async function copied(day: string): Promise<string> {
    const access = { connectionString: world.connectionString };
    const blobs = new AzureBlobs(access, BACKUPS);
    const parts = {
      tables: new AzureTables(access),
      blobs,
      signer: SIGNER,
      clock: () => new Date(),
      newId: randomId,
    };
    await new Copying(parts).copy(day);
    return download(day);
  }

  async function download(day: string): Promise<string> {
    for (const { path, content } of await rawBlobs(world.connectionString, BACKUPS)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return join(folder, day);
  }

  /** As the command does, without its process. */
  async function restore(account: string, from: string, keyIds = [KEY.id, 'local']): Promise<Restored> {
    const tables = new AzureTables({ connectionString: account });
    await tables.prepare();
    const copy = new CopyFolder(from, SIGNER);
    return new Restoring(tables, copy, laterCopies(from, SIGNER)).restore(keyIds);
  }

  async function rowsIn(account: string, table: TableName): Promise<string[]> {
    const rows = await rawRows(account, table);
    // Storage writes its own times.
    return rows.map(({ etag: _etag, timestamp: _at, ...row }) => JSON.stringify(row)).sort();
  }
  const cases = (account: string) => rawRows(account, 'Cases', "RowKey eq 'case'");

  it('brings back every row as it was, still encrypted, and verifies every case', async () => {
    const commands = new CommandLine(world.connectionString);
    closing.push(() => commands.close());
    const made = await commands.run('backup', [], ENVIRONMENT);
    assert.match(made.stdout, /^\d+ rows are copied into backups\//, made.stderr);
    const from = await download(new Date().toISOString().slice(0, 10));
    const account = freshAccount();
    const others = new CommandLine(account);
    closing.push(() => others.close());
    const { code, stdout, stderr } = await others.run('restore', ['--from', from], ENVIRONMENT);
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, /2 cases verified as whole in [\d.]+ s, 0 not\./);
    for (const table of ['Cases', 'People', 'Conversations', 'Drafts', 'Accesses'] as const) {
      assert.deepEqual(await rowsIn(account, table), await rowsIn(world.connectionString, table), table);
    }
    assert.ok(!JSON.stringify(await rawRows(account, 'Cases')).includes('fila de la caja'));

    const again = await others.run('restore', ['--from', from], ENVIRONMENT);
    assert.deepEqual([again.code, again.stderr], [2, 'A copy has been restored here already.\n']);

    const after = await World.open({ connectionString: account, fieldKeys: [KEY] });
    try {
      const luis = after.person('Luis');
      await luis.writes('bandeja');
      assert.match(JSON.stringify(luis.card), /fila de la caja.*qué papeles|qué papeles.*fila de la caja/s);
    } finally {
      await after.close();
    }
  });

  it('gives no number twice: new cases go on behind all that may have been given since', async () => {
    const account = freshAccount();
    await restore(account, await copied('2026-11-20'));
    const counter = "PartitionKey eq 'counter'";
    const [before] = await rawRows(world.connectionString, 'CaseIndex', counter);
    const [after] = await rawRows(account, 'CaseIndex', counter);
    assert.equal(after?.value, Number(before?.value) + 1_000);
  });

  it('does not bring back a case that was deleted after the copy', async () => {
    const from = await copied('2026-11-20');
    const [gone, kept] = await cases(world.connectionString);
    const tables = new AzureTables({ connectionString: world.connectionString });
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

    const account = freshAccount();
    const { deleted, leftOut } = await restore(account, from);
    assert.equal(deleted, 1);
    assert.ok(leftOut > 5, `${leftOut}`);
    const id = String(gone?.partitionKey);
    for (const table of ['Cases', 'CaseIndex', 'Accesses'] as const) {
      assert.ok(!JSON.stringify(await rawRows(account, table)).includes(id), table);
    }
    assert.deepEqual(
      (await cases(account)).map(({ partitionKey }) => partitionKey),
      [kept?.partitionKey],
    );
    assert.equal(
      (await rawRows(account, 'People')).length,
      (await rawRows(world.connectionString, 'People')).length,
    );
    assert.equal((await rawRows(account, 'Deletions', "PartitionKey eq 'case'")).length, 1);
  });

  it('writes into empty tables only', async () => {
    const from = await copied('2026-11-20');
    await assert.rejects(
      restore(world.connectionString, from),
      /is not empty. Restore into a new storage account/,
    );
  });

  it('goes on where it was interrupted', async () => {
    const from = await copied('2026-11-20');
    const account = freshAccount();
    await restore(account, from);
    const whole = await rowsIn(account, 'Cases');
    const tables = new AzureTables({ connectionString: account });
    const progress = await tables.get('Operations', 'restore', 'copy');
    assert.ok(progress);
    await tables.write('Operations', { kind: 'upsert', row: { ...progress.row, done: false, written: 0 } });
    const [lost] = await cases(account);
    await tables.write('Cases', { kind: 'delete', partitionKey: String(lost?.partitionKey), rowKey: 'case' });
    await restore(account, from);
    assert.deepEqual(await rowsIn(account, 'Cases'), whole);
  });

  it('refuses a copy that was changed or cut, and one whose keys are missing, before it writes', async () => {
    const from = await copied('2026-11-20');
    const account = freshAccount();
    const manifest = join(from, 'manifest.json');
    const whole = readFileSync(manifest, 'utf8');
    await assert.rejects(restore(account, from, ['other']), /lack what the copy needs: k1, local/);
    const { parts } = JSON.parse(whole) as { parts: { path: string; rows: number }[] };
    writeFileSync(manifest, whole.replace(/"rows": \d+/, '"rows": 0'));
    await assert.rejects(restore(account, from), /is not as it was signed/);
    writeFileSync(manifest, whole);
    const part = join(from, parts[0]?.path ?? '');
    writeFileSync(part, pack([{ partitionKey: 'a', rowKey: 'b' }]));
    await assert.rejects(restore(account, from), /is not what was copied/);
    rmSync(part);
    await assert.rejects(restore(account, from), /There is no /);
    assert.equal((await rawRows(account, 'Cases')).length, 0);
  });

  it('holds no command by half: what changes while it is made is read again', async () => {
    const access = { connectionString: world.connectionString };
    const changing = new (class extends AzureTables {
      override async scan(table: TableName, request: ScanRequest): Promise<Page> {
        const page = await super.scan(table, request);
        const [first] = page.rows;
        if (table === 'Cases' && first && !request.changedSince) {
          const row = { partitionKey: first.row.partitionKey, rowKey: 'note', text: 'written meanwhile' };
          await this.write('Cases', { kind: 'upsert', row });
        }
        return page;
      }
    })(access);
    const blobs = new AzureBlobs(access, BACKUPS);
    const parts = { tables: changing, blobs, signer: SIGNER, clock: () => new Date(), newId: randomId };
    await new Copying(parts).copy('2026-11-20');
    const account = freshAccount();
    await restore(account, await download('2026-11-20'));
    const rows = await rowsIn(account, 'Cases');
    assert.deepEqual(rows, await rowsIn(world.connectionString, 'Cases'));
    assert.ok(rows.some((row) => row.includes('written meanwhile')));
  });

  it('leaves nothing of an interrupted copy, and deletes copies when their days are over', async () => {
    const from = await copied('2026-11-20');
    const blobs = new AzureBlobs({ connectionString: world.connectionString }, BACKUPS);
    await blobs.put('2026-11-20/interrupted/00000-Cases.jsonl.gz', Buffer.from('half'), 'application/gzip');
    await copied('2026-11-20');
    await copied('2026-11-21');
    const paths = await blobPaths(world.connectionString, BACKUPS);
    assert.ok(!paths.some((path) => path.includes('interrupted')));
    assert.ok(new CopyFolder(from, SIGNER).manifest.parts.length > 3);
    const tables = new AzureTables({ connectionString: world.connectionString });
    const parts = { tables, blobs, signer: SIGNER, clock: () => new Date(), newId: randomId };
    await new Copying(parts).forgetBefore('2026-11-21');
    const left = new Set(
      (await blobPaths(world.connectionString, BACKUPS)).map((path) => path.split('/')[0]),
    );
    assert.deepEqual([...left], ['2026-11-21']);
  });
});
