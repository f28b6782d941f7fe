import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noteRunning } from '../../src/local/running.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { freshAccount } from '../support/storage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEADER = 'aad_object_id,name,email,superior,roles,deputy,area';
const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;

describe('npm run import-people', function () {
  this.timeout(60_000);
  let folder: string;
  let directory: TableDirectory;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
    const connectionString = freshAccount();
    const tables = new AzureTables({ connectionString });
    await tables.prepare();
    directory = new TableDirectory(tables);
    noteRunning(folder, connectionString);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(rows: string[], ...options: string[]): { status: number | null; out: string } {
    return runOn([HEADER, ...rows].join('\n'), ...options);
  }
  function runOn(content: string | Buffer, ...options: string[]): { status: number | null; out: string } {
    const file = join(folder, 'people.csv');
    writeFileSync(file, content);
    const { PATH = '', HOME = '' } = process.env;
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/cli/import-people.ts', file, ...options],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { PATH, HOME, LOCAL_DATA_DIR: folder },
      },
    );
    return { status: child.status, out: `${child.stdout}${child.stderr}`.replaceAll(file, 'people.csv') };
  }
  const namesWith = async (role: 'leader' | 'humanization') =>
    (await directory.withRole(role)).map(({ name }) => name);

  it('loads people, removes roles that are gone, and with --complete also missing people', async () => {
    const first = run([`${id('1')},Ana,,${id('2')},humanization,,`, `${id('2')},Luis,,,leader,,`]);
    assert.deepEqual(first, { status: 0, out: '2 new, 0 replaced, 0 not in the file left as they are.\n' });
    assert.deepEqual([await namesWith('humanization'), await namesWith('leader')], [['Ana'], ['Luis']]);

    assert.equal(
      run([`${id('1')},Ana,,${id('2')},,,`]).out,
      '0 new, 1 replaced, 1 not in the file left as they are.\n',
    );
    assert.deepEqual([await namesWith('humanization'), await namesWith('leader')], [[], ['Luis']]);

    const third = run(
      [`${id('1')},Ana,,,leader,,`, `${id('3')},Eva,,${id('1')},humanization,,`],
      '--complete',
    );
    assert.equal(third.out, '1 new, 1 replaced, 1 taken out.\n');
    assert.deepEqual([await namesWith('leader'), await directory.find(id('2'))], [['Ana'], undefined]);
  });

  it('changes nothing when a line is wrong, and names the line', async () => {
    const { status, out } = run(
      [`${id('1')},Ana María,,,,,`, `${id('4')},Juan,,${id('2')},,,`],
      '--complete',
    );
    assert.equal(status, 1);
    assert.equal(
      out,
      `people.csv:3 superior: nobody has the id ${id('2')}\n1 to correct; nothing was changed.\n`,
    );
    assert.equal((await directory.find(id('1')))?.name, 'Ana');
  });

  const ana = `${id('1')},José Ana,,,,,`;
  for (const [what, content, said] of [
    ['that is empty', '', /^people\.csv:1 no column /],
    ['with the header alone', HEADER, /^people\.csv:1 nobody stands under the header\n/],
    ['with another header', 'id,nombre', /^people\.csv:1 no column /],
    ['without a humanization team', `${HEADER}\n${ana}`, /^people\.csv:1 roles: nobody has /],
    ['in another encoding', Buffer.from(`${HEADER}\n${ana}`, 'latin1'), /^people\.csv:2 not UTF-8; in Excel/],
  ] as const) {
    it(`removes nobody with a complete file ${what}`, async () => {
      const before = await directory.all();
      assert.notEqual(before.length, 0);
      const { status, out } = runOn(content, '--complete');
      assert.match(out, said);
      assert.match(out, /1 to correct; nothing was changed\.\n$/);
      assert.equal(status, 1);
      assert.deepEqual(await directory.all(), before);
    });
  }
});
