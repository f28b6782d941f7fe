import assert from 'node:assert/strict';
import { AzureBlobs, type Blobs, type StoredBlobs } from '../../src/platform/storage/blobs.js';
import { EncryptedBlobs } from '../../src/platform/storage/encrypted-blobs.js';
import { freshAccount } from '../support/emulator.js';
import { aFieldKey } from '../support/field-keys.js';
import { memoryStores } from '../support/memory-stores.js';
import { EMULATOR_STARTS_MS } from './storages.js';

const CONTENT = Buffer.from('\u0000ñandú \ud83d\udc69');
const TYPE = 'image/png';

async function azureBlobs(): Promise<StoredBlobs> {
  const blobs = new AzureBlobs({ connectionString: await freshAccount() }, 'evidence');
  await blobs.prepare();
  return blobs;
}

for (const [name, open] of [
  ['Azurite', azureBlobs],
  ['memory', async () => memoryStores().blobs],
  ['encrypted', async () => new EncryptedBlobs(await azureBlobs(), [aFieldKey('k1')])],
] as const) {
  describe(`files: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let blobs: Blobs;
    beforeEach(async () => {
      blobs = await open();
    });

    it('returns a file exactly as stored, also an empty and a large one', async () => {
      for (const content of [CONTENT, Buffer.alloc(0), Buffer.alloc(10 * 1024 * 1024, 'x')]) {
        await blobs.put('a/1', content, TYPE);
        assert.ok((await blobs.get('a/1'))?.equals(content), `${content.length} bytes`);
      }
    });

    it('returns undefined for a missing file, and deletes it without an error', async () => {
      assert.equal(await blobs.get('a/1'), undefined);
      await blobs.remove('a/1');
    });

    it('replaces a file', async () => {
      for (const content of ['one', 'two']) await blobs.put('a/1', Buffer.from(content), TYPE);
      assert.equal(String(await blobs.get('a/1')), 'two');
    });

    it('keeps a file though the bytes that were stored or read change', async () => {
      const content = Buffer.from('one');
      await blobs.put('a/1', content, TYPE);
      content.fill('x');
      (await blobs.get('a/1'))?.fill('y');
      assert.equal(String(await blobs.get('a/1')), 'one');
    });

    it('deletes a file, and all files of a folder, without touching others', async () => {
      for (const path of ['a/1', 'a/2', 'ab/1', 'b/1']) await blobs.put(path, CONTENT, TYPE);
      await blobs.removeUnder('a/');
      await blobs.remove('b/1');
      const left = await Promise.all(['a/1', 'a/2', 'ab/1', 'b/1'].map((path) => blobs.get(path)));
      assert.deepEqual(
        left.map((content) => content !== undefined),
        [false, false, true, false],
      );
    });
  });
}

for (const [name, open] of [
  ['Azurite', azureBlobs],
  ['memory', async () => memoryStores().blobs],
] as const) {
  describe(`stored files: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let blobs: StoredBlobs;
    beforeEach(async () => {
      blobs = await open();
    });
    const upper = (content: Buffer) => Buffer.from(content.toString().toUpperCase());

    it('lists every path', async () => {
      for (const path of ['b/1', 'a/1', 'a/2']) await blobs.put(path, CONTENT, TYPE);
      const paths: string[] = [];
      for await (const path of blobs.paths()) paths.push(path);
      assert.deepEqual(paths.sort(), ['a/1', 'a/2', 'b/1']);
    });

    it('changes a file, or leaves it as it is', async () => {
      await blobs.put('a/1', Buffer.from('one'), TYPE);
      assert.equal(await blobs.update('a/1', upper), 'changed');
      assert.equal(await blobs.update('a/1', () => undefined), 'same');
      assert.equal(String(await blobs.get('a/1')), 'ONE');
      assert.equal(await blobs.update('a/2', upper), 'missed');
    });

    it('lists nothing of an empty container, and no file that was removed', async () => {
      const listed = async () => {
        const paths: string[] = [];
        for await (const path of blobs.paths()) paths.push(path);
        return paths;
      };
      assert.deepEqual(await listed(), []);
      for (const path of ['a/ñ 1.pdf', 'a/2', 'b']) await blobs.put(path, CONTENT, TYPE);
      await blobs.removeUnder('a/2');
      await blobs.remove('b');
      assert.deepEqual(await listed(), ['a/ñ 1.pdf']);
    });

    it('changes an empty file, and leaves it alone when the change throws', async () => {
      await blobs.put('a/1', Buffer.alloc(0), TYPE);
      assert.equal(await blobs.update('a/1', (content) => Buffer.concat([content, CONTENT])), 'changed');
      const failing = () => {
        throw new TypeError('no');
      };
      await assert.rejects(blobs.update('a/1', failing), TypeError);
      assert.deepEqual(await blobs.get('a/1'), CONTENT);
    });

    it('loses none of several simultaneous changes', async () => {
      await blobs.put('a/1', Buffer.alloc(0), TYPE);
      const add = async (letter: string) => {
        const added = (content: Buffer) => Buffer.from(`${content}${letter}`);
        while ((await blobs.update('a/1', added)) !== 'changed');
      };
      await Promise.all([...'abcde'].map(add));
      assert.deepEqual([...String(await blobs.get('a/1'))].sort(), [...'abcde']);
    });
  });
}
