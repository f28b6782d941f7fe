import assert from 'node:assert/strict';
import { Cleaner, type Cleaning } from '../../../../src/platform/cleaning/cleaner.js';
import { OWNER } from '../../../support/files/bytes.js';
import { pdfOfPages } from '../../../support/files/pdfs.js';
import * as pictures from '../../../support/files/pictures.js';
import { memoryLog } from '../../../support/log.js';

const pictureOf = (content: Buffer, personId = 'ana'): Cleaning => ({
  what: 'copy',
  type: 'image/jpeg',
  content,
  personId,
});
const pdfOf = (content: Buffer, personId = 'ana'): Cleaning => ({
  ...pictureOf(content, personId),
  type: 'application/pdf',
});

describe('the cleaner', () => {
  it('makes copies in processes that end with them, also when several are asked for at once', async () => {
    const cleaner = new Cleaner(memoryLog().log);
    const [picture, pdf] = await Promise.all([
      cleaner.make(pictureOf(await pictures.jpeg())),
      cleaner.make(pdfOf(await pdfOfPages(1))),
    ]);
    assert.ok(picture && !picture.includes(OWNER));
    assert.ok(pdf?.includes('%PDF-'));
  });

  it('has a small picture ready before the second of five large documents of the same person', async () => {
    const cleaner = new Cleaner(memoryLog().log);
    const large = await pdfOfPages(8, [600, 800]);
    const ready: string[] = [];
    const documents = Array.from({ length: 5 }, async (_, at) => {
      assert.ok(await cleaner.make(pdfOf(large)));
      ready.push(`document ${at + 1}`);
    });
    assert.ok(await cleaner.make(pictureOf(await pictures.jpeg())));
    ready.push('picture');
    await Promise.all(documents);
    assert.ok(ready.indexOf('picture') <= 1, ready.join(', '));
  }).timeout(60_000);

  it('gives up a file that cannot be cleaned, says so in the log without its content, and goes on', async () => {
    const { log, lines } = memoryLog();
    const cleaner = new Cleaner(log);
    assert.equal(await cleaner.make(pdfOf(Buffer.from(`%PDF-1.7 (${OWNER})`))), undefined);
    assert.equal(await cleaner.make({ ...pictureOf(pictures.heic()), type: 'image/heic' }), undefined);
    assert.ok(await cleaner.make(pictureOf(await pictures.jpeg())));
    assert.match(lines.join('\n'), /"how":\["copy","application\/pdf"\],"code":1/);
    assert.doesNotMatch(lines.join('\n'), new RegExp(OWNER));
  });

  it('ends a process that takes too long', async () => {
    const { log, lines } = memoryLog();
    const cleaner = new Cleaner(log, { pictures: 1, documents: 1 });
    assert.equal(await cleaner.make(pictureOf(await pictures.jpeg())), undefined);
    assert.match(lines.join('\n'), /"signal":"SIGKILL"/);
  });
});
