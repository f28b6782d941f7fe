import assert from 'node:assert/strict';
import { AzureQueue } from '../../src/storage/queue.js';
import { freshAccount } from '../support/storage.js';

describe('queue: Azurite', () => {
  let queue: AzureQueue;
  beforeEach(async () => {
    queue = new AzureQueue({ connectionString: freshAccount() }, 'work');
    await queue.prepare();
  });

  it('should hand out a message, count the times, and hide it meanwhile', async () => {
    await queue.put('{"a":"ñ"}', 0);
    const [message] = await queue.take(16, 60);
    assert.equal(message?.body, '{"a":"ñ"}');
    assert.equal(message?.attempts, 1);
    assert.deepEqual(await queue.take(16, 60), []);
  });

  it('should keep a message back that was put for later', async () => {
    await queue.put('later', 60);
    assert.deepEqual(await queue.take(16, 60), []);
  });

  it('should remove a message by what put or take gave', async () => {
    const put = await queue.put('hidden', 1);
    await queue.remove(put);
    await queue.put('shown', 0);
    const [taken] = await queue.take(1, 1);
    assert.ok(taken);
    await queue.remove(taken);
    await queue.remove(taken);
    assert.deepEqual(await queue.take(16, 60), []);
  });
});
