import assert from 'node:assert/strict';
import { AppError } from '../../../../src/platform/errors.js';
import { AzureBlobs } from '../../../../src/platform/storage/blobs.js';
import { EncryptedBlobs } from '../../../../src/platform/storage/encrypted-blobs.js';
import type { KeyRing } from '../../../../src/platform/storage/key-ring.js';
import { rotateBlobs } from '../../../../src/platform/storage/key-rotation.js';
import { freshAccount } from '../../../support/emulator.js';
import { behindProxy } from '../../../support/fault-proxy.js';
import { aFieldKey } from '../../../support/field-keys.js';
import { MemoryBlobs } from '../../../support/memory-blobs.js';

const [OLD, NEW] = [aFieldKey('k1'), aFieldKey('k2')];
const PICTURE = Buffer.from('a picture of the counter');
const touched = (error: unknown) => error instanceof AppError && error.code === 'unexpected';

describe('encrypted files', () => {
  let raw: MemoryBlobs;
  const under = (...keys: KeyRing) => new EncryptedBlobs(raw, keys);
  const stored = async (path = 'case/1') => (await raw.get(path)) ?? Buffer.alloc(0);
  beforeEach(async () => {
    raw = new MemoryBlobs();
    await under(OLD).put('case/1', PICTURE);
  });

  it('store nothing of the content, name the key, and differ each time', async () => {
    const first = await stored();
    assert.ok(!first.includes('picture') && first.includes('enc1:k1:'));
    await under(OLD).put('case/1', PICTURE);
    assert.ok(!first.equals(await stored()));
  });

  it('read files from before there was a key', async () => {
    await raw.put('case/2', PICTURE);
    assert.deepEqual(await under(OLD).get('case/2'), PICTURE);
  });

  it('refuse a file that was changed at any place, cut, or moved', async () => {
    const whole = await stored();
    const start = whole.indexOf('k1:') + 3;
    for (const at of [start, start + 12, start + 28, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await raw.put('case/1', changed);
      await assert.rejects(under(OLD).get('case/1'), touched, `at ${at}`);
    }
    for (const length of [start - 2, start + 5, whole.length - 1]) {
      await raw.put('case/1', whole.subarray(0, length));
      await assert.rejects(under(OLD).get('case/1'), touched, `cut to ${length}`);
    }
    await raw.put('other/1', whole);
    await assert.rejects(under(OLD).get('other/1'), touched);
  });

  it('refuse files of another key with the same id, or of a missing key', async () => {
    await assert.rejects(under({ ...NEW, id: 'k1' }).get('case/1'), touched);
    await assert.rejects(under(NEW).get('case/1'), touched);
  });

  it('stay readable at every step of a key change', async () => {
    await raw.put('case/2', PICTURE);
    await under(NEW, OLD).put('case/3', PICTURE);
    assert.deepEqual(await rotateBlobs(raw, [NEW, OLD]), { rewritten: 2, fresh: 1, missed: 0 });
    assert.deepEqual(await rotateBlobs(raw, [NEW, OLD]), { rewritten: 0, fresh: 3, missed: 0 });
    for (const path of ['case/1', 'case/2', 'case/3']) {
      assert.deepEqual(await under(NEW).get(path), PICTURE);
      assert.ok((await stored(path)).includes('enc1:k2:'));
    }
  });

  it('do not come back when they are deleted or replaced during a key change', async () => {
    const account = await freshAccount();
    const { proxy, connectionString } = await behindProxy(account, 'Blob');
    const azure = new AzureBlobs({ connectionString: account }, 'evidence');
    const slow = new AzureBlobs({ connectionString }, 'evidence');
    await azure.prepare();
    const old = new EncryptedBlobs(azure, [OLD]);
    const newer = Buffer.from('a newer one');
    try {
      for (const [path, meanwhile] of [
        ['gone', () => azure.remove('gone')],
        ['new', () => old.put('new', newer)],
      ] as const) {
        await old.put(path, PICTURE);
        const held = new Promise<void>((resolve) => {
          proxy.decide = ({ method }) => {
            if (method !== 'PUT') return { kind: 'pass' };
            resolve();
            return { kind: 'hang' };
          };
        });
        const rotating = rotateBlobs(slow, [NEW, OLD]);
        await held;
        await meanwhile();
        proxy.release();
        assert.deepEqual(await rotating, { rewritten: 0, fresh: 0, missed: 1 }, path);
      }
      assert.equal(await azure.get('gone'), undefined);
      assert.deepEqual(await old.get('new'), newer);
    } finally {
      proxy.release();
      await proxy.close();
    }
  });
});
