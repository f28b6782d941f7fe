import assert from 'node:assert/strict';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { type Row, rowsOf } from '../../src/platform/storage/tables.js';
import { TABLE_NAMES } from '../../src/tables.js';
import { Cases } from '../support/cases.js';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';
import { aPerson, bogota } from '../support/fixtures.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { superiorId: 'boss' }),
  aPerson('boss'),
];

describe('case commands', function () {
  this.timeout(60_000);
  let commands: CommandLine;
  let tables: AzureTables;
  let cases: Cases;

  beforeEach(async () => {
    const connectionString = await freshAccount();
    tables = new AzureTables({ connectionString }, TABLE_NAMES);
    await tables.prepare();
    commands = new CommandLine(connectionString);
    cases = await Cases.open({
      clock: () => bogota('2026-11-24 09:00'),
      people: PEOPLE,
      tables,
      deliver: async () => {},
    });
  });
  afterEach(() => commands.close());

  const run = (script: string, ...args: string[]) => commands.run(script, args);

  const aStory = () => cases.askedAndAccepted();

  describe('rebuild-index', () => {
    const indexRows = async () => {
      const rows: Row[] = [];
      for await (const key of tables.partitions('CaseIndex')) {
        for await (const { row } of rowsOf(tables, 'CaseIndex', key)) rows.push(row);
      }
      return rows;
    };

    it('rebuilds every row, and removes those that no case has', async () => {
      const id = await aStory();
      const right = await indexRows();
      const lost = right.find(({ partitionKey }) => partitionKey === 'inbox:luis');
      const changed = right.find(({ partitionKey }) => partitionKey === 'mine:ana');
      assert.ok(lost && changed && right.some(({ partitionKey }) => partitionKey === 'line:boss'));
      const { partitionKey, rowKey } = lost;
      await tables.write('CaseIndex', { kind: 'delete', partitionKey, rowKey });
      await tables.write('CaseIndex', { kind: 'upsert', row: { ...changed, state: 'closed' } });
      await tables.write('CaseIndex', {
        kind: 'upsert',
        row: { ...lost, partitionKey: 'inbox:marta', caseId: id },
      });
      await tables.write('CaseIndex', { kind: 'upsert', row: { ...lost, rowKey: 'x', caseId: 'gone' } });
      const { code, stdout } = await run('rebuild-index');
      assert.equal(code, 0);
      assert.match(stdout, /^\d+ cases listed anew; 2 rows that no case has taken away/);
      assert.deepEqual(await indexRows(), right);
    });

    it('changes nothing on a second run, and never the counter of case numbers', async () => {
      await aStory();
      await run('rebuild-index');
      const before = await indexRows();
      assert.match((await run('rebuild-index')).stdout, /; 0 rows/);
      assert.deepEqual(await indexRows(), before);
      assert.ok(before.some(({ partitionKey }) => partitionKey === 'counter'));
    });
  });
});
