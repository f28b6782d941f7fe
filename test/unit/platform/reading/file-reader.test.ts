import assert from 'node:assert/strict';
import { FileReader } from '../../../../src/platform/reading/file-reader.js';
import { memoryLog } from '../../../support/log.js';
import { turnsOfOthers } from '../../../support/turns-of-others.js';
import { readSlowly } from './readers.js';

const SMALL = Buffer.alloc(256 * 1024);
const LARGE = Buffer.alloc(8 * 1024 * 1024);
const UNREADABLE = { bytes: -1, pid: -1 };

describe('a file of a person', function () {
  this.timeout(30_000);
  const readerOf = (host: string, withinMs?: number) => {
    const { log, lines } = memoryLog();
    const reading = { read: readSlowly, host: new URL(host, import.meta.url), unreadable: UNREADABLE };
    return { reader: new FileReader<[how?: string], typeof UNREADABLE>(reading, log, withinMs), lines };
  };

  it('is read at once when it is small, and in another process when it is large', async () => {
    const { reader } = readerOf('./slow-reader.ts');
    assert.deepEqual(await reader.read(SMALL), { bytes: SMALL.length, pid: process.pid });
    const large = await reader.read(LARGE);
    assert.equal(large.bytes, LARGE.length);
    assert.notEqual(large.pid, process.pid);
  });

  it('is waited for by nobody else while it is read', async () => {
    const { reader } = readerOf('./slow-reader.ts');
    assert.equal(await turnsOfOthers(() => reader.read(SMALL)), 0);
    assert.ok((await turnsOfOthers(() => reader.read(LARGE))) > 0);
  });

  it('is given up when it takes too long, and the next one is read', async () => {
    const { reader, lines } = readerOf('./slow-reader.ts', 2_000);
    const [endless, next] = await Promise.all([reader.read(LARGE, 'for ever'), reader.read(LARGE)]);
    assert.deepEqual(endless, UNREADABLE);
    assert.equal(next.bytes, LARGE.length);
    assert.match(lines.join('\n'), /"bytes":8388608.*a file cannot be read/);
  });

  it('is given up when its process fails, ends or does not start, without what the file says', async () => {
    const { reader, lines } = readerOf('./slow-reader.ts');
    for (const how of ['fails', 'never']) assert.deepEqual(await reader.read(LARGE, how), UNREADABLE);
    const { reader: missing } = readerOf('./no-such-reader.ts');
    assert.deepEqual(await missing.read(LARGE), UNREADABLE);
    assert.doesNotMatch(lines.join('\n'), /what the file says/);
  });
});
