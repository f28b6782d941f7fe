import assert from 'node:assert/strict';
import { AzureQueue, type Queue, type TakenMessage } from '../../src/platform/storage/queue.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { freshAccount } from '../support/storage.js';

async function azureQueue(): Promise<Queue> {
  const queue = new AzureQueue({ connectionString: freshAccount() }, 'work');
  await queue.prepare();
  return queue;
}

for (const [name, open] of [
  ['Azurite', azureQueue],
  ['memory', async () => new MemoryQueue()],
] as const) {
  describe(`queue: ${name}`, () => {
    let queue: Queue;
    beforeEach(async () => {
      queue = await open();
    });

    it('delivers a message, counts the attempts, and hides it meanwhile', async () => {
      await queue.put('{"a":"ñ"}', 0);
      const [message] = await queue.take(16, 60);
      assert.equal(message?.body, '{"a":"ñ"}');
      assert.equal(message?.attempts, 1);
      assert.deepEqual(await queue.take(16, 60), []);
    });

    it('counts messages, hidden ones included', async () => {
      assert.equal(await queue.depth(), 0);
      await queue.put('now', 0);
      await queue.put('later', 60);
      assert.equal(await queue.depth(), 2);
    });

    it('hides a message until its delay has passed', async () => {
      await queue.put('later', 60);
      assert.deepEqual(await queue.take(16, 60), []);
    });

    it('delivers no more messages than requested', async () => {
      for (const body of ['1', '2', '3']) await queue.put(body, 0);
      assert.equal((await queue.take(2, 60)).length, 2);
      assert.equal((await queue.take(2, 60)).length, 1);
    });

    it('removes a message by the receipt of put or take, and tolerates a second removal', async () => {
      await queue.remove(await queue.put('hidden', 1));
      await queue.put('shown', 0);
      const [taken] = await queue.take(1, 60);
      assert.ok(taken);
      await queue.remove(taken);
      await queue.remove(taken);
      assert.deepEqual(await queue.take(16, 60), []);
    });

    it('hides a message for longer, whether it was put or taken, and only by the newest receipt', async () => {
      const put = await queue.put('hidden', 1);
      const renewed = await queue.renew(put, 60);
      assert.ok(renewed);
      assert.equal(await queue.renew(put, 60), undefined);
      await queue.remove(put);
      const again = await queue.renew(renewed, 1);
      let taken: TakenMessage | undefined;
      while (!taken) [taken] = await queue.take(1, 60);
      assert.equal(taken.body, 'hidden');
      assert.equal(again && (await queue.renew(again, 60)), undefined, 'somebody else has it now');
      assert.ok(await queue.renew(taken, 60));
    });

    it('replaces the body of a message with the time for which it is hidden', async () => {
      const put = await queue.put('before', 60);
      const renewed = await queue.renew(put, 1, 'after');
      assert.equal(renewed?.body, 'after');
      let taken: TakenMessage | undefined;
      while (!taken) [taken] = await queue.take(1, 60);
      assert.deepEqual([taken.id, taken.body], [put.id, 'after']);
      await queue.renew(taken, 0);
      [taken] = await queue.take(1, 60);
      assert.equal(taken?.body, 'after', 'as long as no other is given');
    });

    it('does not remove a message that somebody else has taken since', async () => {
      await queue.put('shared', 0);
      const [first] = await queue.take(1, 1);
      let second: TakenMessage | undefined;
      while (!second) [second] = await queue.take(1, 60);
      assert.ok(first);
      await queue.remove(first);
      await queue.remove(second);
      assert.equal(second.attempts, 2);
    });
  });
}
