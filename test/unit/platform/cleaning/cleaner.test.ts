import assert from 'node:assert/strict';
import { Cleaner } from '../../../../src/platform/cleaning/cleaner.js';
import { OWNER } from '../../../support/files/bytes.js';
import * as pictures from '../../../support/files/pictures.js';
import * as recordings from '../../../support/files/recordings.js';
import { memoryLog } from '../../../support/log.js';

describe('the cleaner', () => {
  it('cleans files in processes of their own, also when several come at once', async () => {
    const cleaner = new Cleaner(memoryLog().log);
    const [picture, sound] = await Promise.all([
      cleaner.clean('image/jpeg', await pictures.jpeg()),
      cleaner.clean('audio/mpeg', recordings.mp3()),
    ]);
    assert.ok(picture && !picture.includes(OWNER));
    assert.deepEqual(sound, recordings.MP3_FRAMES);
  });

  it('gives up a file that cannot be cleaned, says so in the log without its content, and goes on', async () => {
    const { log, lines } = memoryLog();
    const cleaner = new Cleaner(log);
    const damaged = Buffer.from(`%PDF-1.7 (${OWNER})`);
    assert.equal(await cleaner.clean('application/pdf', damaged), undefined);
    assert.equal(await cleaner.clean('image/heic', pictures.heic()), undefined);
    assert.deepEqual(await cleaner.clean('audio/mpeg', recordings.mp3()), recordings.MP3_FRAMES);
    assert.match(lines.join('\n'), /"type":"application\/pdf","code":1/);
    assert.doesNotMatch(lines.join('\n'), new RegExp(OWNER));
  });

  it('ends a process that takes too long', async () => {
    const { log, lines } = memoryLog();
    assert.equal(await new Cleaner(log, 1).clean('audio/mpeg', recordings.mp3()), undefined);
    assert.match(lines.join('\n'), /"signal":"SIGKILL"/);
  });
});
