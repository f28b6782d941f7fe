import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunning, noteRunning } from '../../../src/local/running.js';

const STORAGE = 'UseDevelopmentStorage=true;TablePort=10102';

describe('the note of a running bot', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'running-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Overwrites the note. */
  function overwrite(text: string): void {
    noteRunning(folder, STORAGE);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), text);
  }

  it('names the storage of the bot', () => {
    noteRunning(folder, STORAGE);
    assert.equal(findRunning(folder), STORAGE);
  });

  it('is found while its process is running', () => {
    overwrite(JSON.stringify({ pid: process.ppid, connectionString: STORAGE }));
    assert.equal(findRunning(folder), STORAGE);
  });

  it('is gone after the bot stops, also when it stops twice', () => {
    const stop = noteRunning(folder, STORAGE);
    stop();
    stop();
    assert.equal(findRunning(folder), undefined);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('creates its folder', () => {
    const deep = join(folder, 'a', 'b');
    noteRunning(deep, STORAGE);
    assert.equal(findRunning(deep), STORAGE);
  });

  it('applies only to its own folder', () => {
    noteRunning(join(folder, 'one'), STORAGE);
    assert.equal(findRunning(join(folder, 'two')), undefined);
    assert.ok(!existsSync(join(folder, 'two')), 'and looking for it leaves nothing behind');
  });

  it('is ignored when its process is dead', () => {
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
    it(`is ignored when it reads ${text || 'nothing'}`.replaceAll(String(process.pid), '1'), () => {
      overwrite(text);
      assert.equal(findRunning(folder), undefined);
    });
  }
});
