import assert from 'node:assert/strict';
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventKey } from '../../src/features/cases/store/events.js';
import { noteRunning } from '../../src/local/running.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { type Row, rowsOf } from '../../src/platform/storage/tables.js';
import { Cases } from '../support/cases.js';
import { aPerson, bogota } from '../support/fixtures.js';
import { freshAccount } from '../support/storage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta', { superiorId: 'boss' }),
  aPerson('boss'),
];

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

describe('case commands', function () {
  this.timeout(60_000);
  let folder: string;
  let forget: () => void;
  let tables: AzureTables;
  let cases: Cases;

  beforeEach(async () => {
    const connectionString = freshAccount();
    tables = new AzureTables({ connectionString });
    await tables.prepare();
    folder = await mkdtemp(join(tmpdir(), 'humanizacion-'));
    forget = noteRunning(folder, connectionString);
    cases = await Cases.open({
      clock: () => bogota('2026-11-24 09:00'),
      people: PEOPLE,
      tables,
      deliver: async () => {},
    });
  });
  afterEach(async () => {
    forget();
    await rm(folder, { recursive: true });
  });

  /** Runs a command of the project as `npm run` does, on the storage of this test. */
  const run = (script: string, ...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const { PATH = '', HOME = '' } = process.env;
      execFile(
        process.execPath,
        ['--import', 'tsx', `src/cli/${script}.ts`, ...args],
        { cwd: ROOT, env: { PATH, HOME, LOCAL_DATA_DIR: folder } },
        (error: ExecFileException | null, stdout, stderr) =>
          resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });

  const aStory = async () => {
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'ask', question: 'where?' });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.background.drain();
    return id;
  };
  const eventOf = async (id: string, seq: number): Promise<Row> => {
    const stored = await tables.get('Cases', id, eventKey(seq));
    assert.ok(stored);
    return stored.row;
  };

  describe('verify-case', () => {
    it('confirms an intact history', async () => {
      const { code, stdout } = await run('verify-case', await aStory());
      assert.match(stdout, /HUM-2026-\d{6}, 3 events: the chain holds/);
      assert.equal(code, 0);
    });

    it('names an event that was changed', async () => {
      const id = await aStory();
      const row = await eventOf(id, 2);
      await tables.write('Cases', {
        kind: 'upsert',
        row: { ...row, body: '{"type":"asked","question":"who?"}' },
      });
      const { code, stdout } = await run('verify-case', id);
      assert.match(stdout, /^Event 2 does not follow/);
      assert.equal(code, 1);
    });

    it('detects a missing last event, which the hash chain does not show', async () => {
      const id = await aStory();
      await tables.write('Cases', { kind: 'delete', partitionKey: id, rowKey: eventKey(3) });
      const { code, stdout } = await run('verify-case', id);
      assert.match(stdout, /There are 2 events; the case says 3/);
      assert.equal(code, 1);
    });

    it('reports an unknown case, and prints its usage on wrong arguments', async () => {
      const none = await run('verify-case', '5f0c7a52-0000-4000-8000-0000000000ff');
      assert.deepEqual([none.code, none.stdout], [1, 'There is no such case.\n']);
      for (const args of [[], ['HUM-2026-000001'], ['5f0c7a52-0000-4000-8000-0000000000ff', 'more']]) {
        const { code, stderr } = await run('verify-case', ...args);
        assert.equal(code, 2);
        assert.match(stderr, /Usage/);
      }
    });
  });

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

  describe('case-diagram', () => {
    it('finds the diagram in docs/cases.md up to date with the code', async () => {
      const { code, stderr } = await run('case-diagram', '--check');
      assert.equal(stderr, '');
      assert.equal(code, 0);
    });
  });
});
