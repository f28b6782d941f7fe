import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noteRunning } from '../../src/local/running.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { freshAccount, rawRows } from '../support/storage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEAD = 'radicado;fuente;fecha;texto';
const GOOD = 'PQR-1;PQRS;03/11/2025;Me gritaron delante de todos en la ventanilla.';

describe('npm run import-sources', function () {
  this.timeout(120_000);
  let folder: string;
  let connectionString: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
    connectionString = freshAccount();
    await new AzureTables({ connectionString }).prepare();
    noteRunning(folder, connectionString);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(content: string | Buffer, ...options: string[]): { status: number | null; out: string } {
    const file = join(folder, 'rows.csv');
    writeFileSync(file, content);
    const { PATH = '', HOME = '' } = process.env;
    const command = ['--import', 'tsx', 'src/cli/import-sources.ts', file, ...options];
    const env = { PATH, HOME, LOCAL_DATA_DIR: folder };
    const child = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', env });
    return { status: child.status, out: `${child.stdout}${child.stderr}`.replaceAll(file, 'rows.csv') };
  }
  const kept = async () =>
    (await rawRows(connectionString, 'Sources')).filter(({ rowKey }) => String(rowKey).startsWith('row:'))
      .length;

  it('says what is wrong by row, and keeps nothing', async () => {
    const { status, out } = run([HEAD, GOOD, 'PQR-2;Radio;03/11/2025;No me atendieron a tiempo.'].join('\n'));
    assert.equal(status, 1);
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
    assert.match(run(content, '--preview').out, /"total":2,"known":0/);
    assert.equal(await kept(), 0);
    assert.match(run(content).out, /2 new, 0 known already/);
    assert.match(run(content).out, /0 new, 2 known already/);
    assert.equal(await kept(), 2);
    const rows = await rawRows(connectionString, 'Sources');
    assert.ok(rows.some(({ content: words }) => String(words).includes('La atención fue demorada')));
  });
});
