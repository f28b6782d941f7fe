import assert from 'node:assert/strict';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';

const HEADER = 'aad_object_id,name,email,superior,roles,deputy,area';
const id = (last: string) => `00000000-0000-4000-8000-00000000000${last}`;

describe('npm run import-people', function () {
  this.timeout(60_000);
  let commands: CommandLine;
  let directory: TableDirectory;

  before(async () => {
    const connectionString = await freshAccount();
    const tables = new AzureTables({ connectionString }, TABLE_NAMES);
    await tables.prepare();
    directory = new TableDirectory(tables);
    commands = new CommandLine(connectionString);
  });
  after(() => commands.close());

  const runOn = (content: string | Buffer, ...options: string[]) =>
    commands.runOn('import-people', { name: 'people.csv', content }, options);
  const run = (rows: string[], ...options: string[]) => runOn([HEADER, ...rows].join('\n'), ...options);
  const namesWith = async (role: 'leader' | 'humanization') =>
    (await directory.withRole(role)).map(({ name }) => name);

  it('loads people, removes roles that are gone, and with --complete also missing people', async () => {
    const first = await run([`${id('1')},Ana,,${id('2')},humanization,,`, `${id('2')},Luis,,,leader,,`]);
    assert.deepEqual(first, { code: 0, out: '2 new, 0 replaced, 0 not in the file left as they are.\n' });
    assert.deepEqual([await namesWith('humanization'), await namesWith('leader')], [['Ana'], ['Luis']]);

    assert.equal(
      (await run([`${id('1')},Ana,,${id('2')},,,`])).out,
      '0 new, 1 replaced, 1 not in the file left as they are.\n',
    );
    assert.deepEqual([await namesWith('humanization'), await namesWith('leader')], [[], ['Luis']]);

    const third = await run(
      [`${id('1')},Ana,,,leader,,`, `${id('3')},Eva,,${id('1')},humanization,,`],
      '--complete',
    );
    assert.equal(third.out, '1 new, 1 replaced, 1 taken out.\n');
    assert.deepEqual([await namesWith('leader'), await directory.find(id('2'))], [['Ana'], undefined]);
  });

  it('changes nothing when a line is wrong, and names the line', async () => {
    const { code, out } = await run(
      [`${id('1')},Ana María,,,,,`, `${id('4')},Juan,,${id('2')},,,`],
      '--complete',
    );
    assert.equal(code, 1);
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
      const { code, out } = await runOn(content, '--complete');
      assert.match(out, said);
      assert.match(out, /1 to correct; nothing was changed\.\n$/);
      assert.equal(code, 1);
      assert.deepEqual(await directory.all(), before);
    });
  }
});
