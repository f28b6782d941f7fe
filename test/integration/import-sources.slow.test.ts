import assert from 'node:assert/strict';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';
import { rawRows } from '../support/storage.js';

const HEAD = 'radicado;fuente;fecha;texto';
const GOOD = 'PQR-1;PQRS;03/11/2025;Me gritaron delante de todos en la ventanilla.';

describe('npm run import-sources', function () {
  this.timeout(120_000);
  let commands: CommandLine;
  let tables: AzureTables;

  before(async () => {
    const connectionString = await freshAccount();
    tables = new AzureTables({ connectionString }, TABLE_NAMES);
    await tables.prepare();
    commands = new CommandLine(connectionString);
  });
  after(() => commands.close());

  const run = (content: string | Buffer, ...options: string[]) =>
    commands.runOn('import-sources', { name: 'rows.csv', content }, options);
  const kept = async () =>
    (await rawRows(tables, 'Sources')).filter(({ rowKey }) => String(rowKey).startsWith('row:')).length;

  it('says what is wrong by row, and keeps nothing', async () => {
    const { code, out } = await run(
      [HEAD, GOOD, 'PQR-2;Radio;03/11/2025;No me atendieron a tiempo.'].join('\n'),
    );
    assert.equal(code, 1);
    assert.match(out, /rows\.csv: Fila 3: fuente: no conozco «Radio»/);
    assert.match(out, /1 to correct; nothing was changed/);
    assert.equal(await kept(), 0);
  });

  it('shows and keeps nothing with --preview, and then keeps each row once', async () => {
    // As Excel saves it in Spanish: Windows-1252.
    const content = Buffer.from(
      [HEAD, GOOD, 'PQR-2;PQRS;04/11/2025;La atención fue demorada.'].join('\r\n'),
      'latin1',
    );
    assert.match((await run(content, '--preview')).out, /"total":2,"known":0/);
    assert.equal(await kept(), 0);
    assert.match((await run(content)).out, /2 new, 0 known already/);
    assert.match((await run(content)).out, /0 new, 2 known already/);
    assert.equal(await kept(), 2);
    const rows = await rawRows(tables, 'Sources');
    assert.ok(rows.some(({ content: words }) => String(words).includes('La atención fue demorada')));
  });
});
