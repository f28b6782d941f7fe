import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isFailure } from '../../src/platform/storage/errors.js';
import { AzureQueue, type Queue } from '../../src/platform/storage/queue.js';
import { freshAccount } from '../support/emulator.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { EMULATOR_STARTS_MS } from './storages.js';

interface Opened {
  queue: Queue;
  /** Lets this much time pass. */
  passes(seconds: number): Promise<unknown>;
}

async function azureQueue(): Promise<Opened> {
  const queue = new AzureQueue({ connectionString: await freshAccount() }, 'work');
  await queue.prepare();
  // A moment more: the emulator counts whole seconds.
  return { queue, passes: (seconds) => pause(seconds * 1_000 + 50) };
}

async function memoryQueue(): Promise<Opened> {
  let now = 0;
  const passes = async (seconds: number) => {
    now += seconds * 1_000;
  };
  return { queue: new MemoryQueue(() => now), passes };
}

for (const [name, open] of [
  ['Azurite', azureQueue],
  ['memory', memoryQueue],
] as const) {
  describe(`queue: ${name}`, function () {
    this.timeout(EMULATOR_STARTS_MS);
    let queue: Queue;
    let passes: Opened['passes'];
    beforeEach(async () => {
      ({ queue, passes } = await open());
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
      await passes(1);
      const [taken] = await queue.take(1, 60);
      assert.ok(taken);
      assert.equal(taken.body, 'hidden');
      assert.equal(again && (await queue.renew(again, 60)), undefined, 'somebody else has it now');
      assert.ok(await queue.renew(taken, 60));
    });

    it('replaces the body of a message with the time for which it is hidden', async () => {
      const put = await queue.put('before', 60);
      const renewed = await queue.renew(put, 1, 'after');
      assert.equal(renewed?.body, 'after');
      await passes(1);
      const [taken] = await queue.take(1, 60);
      assert.ok(taken);
      assert.deepEqual([taken.id, taken.body], [put.id, 'after']);
      await queue.renew(taken, 0);
      const [again] = await queue.take(1, 60);
      assert.equal(again?.body, 'after', 'as long as no other is given');
    });

    it('does not remove a message that somebody else has taken since', async () => {
      await queue.put('shared', 0);
      const [first] = await queue.take(1, 1);
      await passes(1);
      const [second] = await queue.take(1, 60);
      assert.ok(first && second);
      await queue.remove(first);
      await queue.remove(second);
      assert.equal(second.attempts, 2);
    });

    it('delivers the oldest message first, and each exactly as it was written', async () => {
      const bodies = ['1', ' <b>&\n\t"ñ 👩', '', '{"a":[1]}'];
      for (const body of bodies) await queue.put(body, 0);
      const taken = await queue.take(32, 60);
      assert.deepEqual(
        taken.map(({ body }) => body),
        bodies,
      );
      assert.equal(new Set(taken.map(({ id }) => id)).size, bodies.length);
    });

    it('knows a message no more once it is removed', async () => {
      const put = await queue.put('x', 1);
      await queue.remove(put);
      assert.equal(await queue.renew(put, 60), undefined);
      assert.equal(await queue.depth(), 0);
    });

    it('refuses what is beyond the limits of the service', async () => {
      const week = 7 * 24 * 3_600;
      await queue.put('x'.repeat(65_536), week);
      for (const [body, hidden] of [
        ['x', week + 1],
        ['ñ'.repeat(32_769), 0],
      ] as const) {
        await assert.rejects(queue.put(body, hidden), refused);
      }
      await assert.rejects(queue.take(33, 60), refused);
      await assert.rejects(queue.take(1, 0), refused);
      const put = await queue.put('x', 60);
      assert.equal(await queue.renew(put, week + 1), undefined);
      assert.ok(await queue.renew(put, week), 'it is as it was');
    });
  });
}

const refused = (error: unknown) => isFailure(error, 'refused');
