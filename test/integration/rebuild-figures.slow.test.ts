import assert from 'node:assert/strict';
import { bogotaMonth } from '../../src/platform/calendar/days.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { Cases } from '../support/cases.js';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';
import { aPerson } from '../support/fixtures.js';

const PEOPLE = [aPerson('ana', { superiorId: 'luis', area: 'Sedes' }), aPerson('luis', { area: 'Sedes' })];

describe('npm run rebuild-figures, and npm run preview-indicator', function () {
  this.timeout(60_000);
  const month = bogotaMonth(new Date());
  let tables: AzureTables;
  let commands: CommandLine;
  beforeEach(async () => {
    const connectionString = await freshAccount();
    tables = new AzureTables({ connectionString }, TABLE_NAMES);
    await tables.prepare();
    commands = new CommandLine(connectionString);
    const cases = await Cases.open({
      clock: () => new Date(),
      people: PEOPLE,
      tables,
      deliver: async () => {},
    });
    const { id } = await cases.report('ana', { level: 'high' });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.background.drain();
  });
  afterEach(() => commands.close());

  it('count the cases from their events, and find a number that was changed', async () => {
    const missing = await commands.run('rebuild-figures', ['--verify']);
    assert.match(missing.stdout, new RegExp(`^${month} cases all cases.reported: stored 0, counted 1$`, 'm'));
    assert.equal(missing.code, 1);

    const written = await commands.run('rebuild-figures');
    assert.match(written.stdout, /figures written anew/);
    assert.equal(written.code, 0);
    const right = await commands.run('rebuild-figures', ['--verify']);
    assert.deepEqual([right.stdout, right.code], ['0 figures differ.\n', 0]);

    const stored = await tables.get('Figures', 'line:luis', `${month}:cases`);
    assert.ok(stored);
    const counts = String(stored.row.counts).replace('"cases.accepted":1', '"cases.accepted":7');
    assert.notEqual(counts, stored.row.counts);
    await tables.write('Figures', { kind: 'upsert', row: { ...stored.row, counts } });
    const wrong = await commands.run('rebuild-figures', ['--verify']);
    assert.equal(
      wrong.stdout,
      `${month} cases line:luis cases.accepted: stored 7, counted 1\n1 figures differ.\n`,
    );
    assert.equal(wrong.code, 1);
  });

  it('say what the composite would have been', async () => {
    await commands.run('rebuild-figures');
    const { stdout, code } = await commands.run('preview-indicator', ['accepted-in-time=60,satisfied=40']);
    const lines = stdout.trim().split('\n');
    assert.equal(lines.length, 12);
    assert.equal(lines.at(-1), `${month} so far: 100.0, without satisfied`);
    assert.match(lines[0] ?? '', /: too little is known$/);
    assert.equal(code, 0);
    assert.equal((await commands.run('preview-indicator', ['satisfied'])).code, 2);
  });
});
