import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunning, noteRunning } from '../../../src/local/running.js';

const STORAGE = 'UseDevelopmentStorage=true;TablePort=10102';

describe('the note of a bot that runs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'running-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes over the note whatever is given. */
  function overwrite(text: string): void {
    noteRunning(folder, STORAGE);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), text);
  }

  it('tells where its storage is', () => {
    noteRunning(folder, STORAGE);
    assert.equal(findRunning(folder), STORAGE);
  });

  it('is found while another process runs', () => {
    overwrite(JSON.stringify({ pid: process.ppid, connectionString: STORAGE }));
    assert.equal(findRunning(folder), STORAGE);
  });

  it('is gone when the bot stops, however often it is told', () => {
    const stop = noteRunning(folder, STORAGE);
    stop();
    stop();
    assert.equal(findRunning(folder), undefined);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('makes the folder that it needs', () => {
    const deep = join(folder, 'a', 'b');
    noteRunning(deep, STORAGE);
    assert.equal(findRunning(deep), STORAGE);
  });

  it('is of the folder that it is in', () => {
    noteRunning(join(folder, 'one'), STORAGE);
    assert.equal(findRunning(join(folder, 'two')), undefined);
    assert.ok(!existsSync(join(folder, 'two')), 'and looking for it leaves nothing behind');
  });

  it('does not count when the process is dead', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.ok(pid > 0);
    overwrite(JSON.stringify({ pid, connectionString: STORAGE }));
    assert.equal(findRunning(folder), undefined);
  });

  for (const text of [
    '',
    '{"pid": 1',
    'null',
    '[]',
    JSON.stringify({ pid: process.pid }),
    JSON.stringify({ connectionString: STORAGE }),
    JSON.stringify({ pid: String(process.pid), connectionString: STORAGE }),
    JSON.stringify({ pid: process.pid + 0.5, connectionString: STORAGE }),
  ]) {
    it(`does not count when it reads ${text || 'nothing'}`.replaceAll(String(process.pid), '1'), () => {
      overwrite(text);
      assert.equal(findRunning(folder), undefined);
    });
  }
});
