import assert from 'node:assert/strict';
import sinon from 'sinon';
import { LateReplies } from '../../../src/bot/late-replies.js';
import { Background } from '../../../src/platform/background.js';
import { markSensitive } from '../../../src/platform/cards/sensitivity.js';
import { DeliveryError } from '../../../src/platform/delivery/channel.js';
import { WorkQueue } from '../../../src/platform/delivery/work.js';
import { memoryLog } from '../../support/log.js';
import { MemoryQueue } from '../../support/memory-queue.js';

const MINUTE = 60_000;
const REPLY = {
  to: { serviceUrl: 'https://teams.test/', conversationId: 'a:ana' },
  message: { text: 'Sí.' },
  replaces: '',
};

describe('an answer that Teams does not take in time', () => {
  /** The moments, in milliseconds, at which it is tried while Teams takes nothing. */
  async function triesDuring(failure: DeliveryError): Promise<number[]> {
    const clock = sinon.useFakeTimers();
    const { log } = memoryLog();
    const tries: number[] = [];
    const late = new LateReplies({
      work: new WorkQueue(new MemoryQueue(), new MemoryQueue(), log),
      background: new Background(log),
      sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
      trySend: async () => {
        tries.push(clock.now);
        throw failure;
      },
      log,
    });
    try {
      await late.sendLater(REPLY, 1_000);
      await clock.runAllAsync();
    } finally {
      clock.restore();
    }
    return tries;
  }

  for (const failure of [new DeliveryError('unavailable'), new DeliveryError('throttled', 15_000)]) {
    it(`is tried at least every minute for ten minutes: ${failure.failure}`, async () => {
      const tries = await triesDuring(failure);
      const pauses = tries.map((at, index) => at - (tries[index - 1] ?? 0));
      assert.ok(Math.max(...pauses) <= MINUTE, String(pauses));
      assert.equal(tries.at(-1), 10 * MINUTE);
    });
  }

  /** What is tried of an answer. */
  async function triedOf(reply: Parameters<LateReplies['sendLater']>[0]): Promise<unknown[]> {
    const { log } = memoryLog();
    const tried: unknown[] = [];
    const clock = sinon.useFakeTimers();
    const late = new LateReplies({
      work: new WorkQueue(new MemoryQueue(), new MemoryQueue(), log),
      background: new Background(log),
      sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
      trySend: async (outgoing) => void tried.push(outgoing),
      log,
    });
    try {
      await late.sendLater(reply, 1_000);
      await clock.runAllAsync();
    } finally {
      clock.restore();
    }
    return tried;
  }

  it('stays for one person alone', async () => {
    const reply = { ...REPLY, onlyFor: { id: '29:ana', name: 'Ana' } };
    assert.deepEqual(await triedOf(reply), [reply]);
  });

  it('keeps the sensitivity label of its card', async () => {
    const sensitivity = { name: 'Confidencial', description: 'Es de un caso.' };
    const card = markSensitive({ type: 'AdaptiveCard' as const }, sensitivity);
    const [tried] = await triedOf({ ...REPLY, message: { card } });
    assert.deepEqual((tried as typeof REPLY).message, { card: { type: 'AdaptiveCard' }, sensitivity });
  });

  it('is sent by a process that ends, when the queue gives back to it what it has left there', async () => {
    const { log } = memoryLog();
    const clock = sinon.useFakeTimers();
    const queue = new MemoryQueue();
    const work = new WorkQueue(queue, new MemoryQueue(), log);
    const background = new Background(log);
    const sent: number[] = [];
    const late = new LateReplies({
      work,
      background,
      sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
      trySend: async () => void sent.push(clock.now),
      log,
    });
    try {
      await late.sendLater(REPLY, 12_000);
      late.stop();
      await background.drain();
      await clock.tickAsync(20_000);
      work.start(late.work);
      await clock.tickAsync(1_000);
      await Promise.all([work.stop(), clock.runAllAsync()]);
    } finally {
      clock.restore();
    }
    assert.equal(sent.length, 1);
  });

  it('stays in the queue while a process has it in hand, which may die', async () => {
    const { log } = memoryLog();
    const clock = sinon.useFakeTimers();
    const queue = new MemoryQueue();
    const work = new WorkQueue(queue, new MemoryQueue(), log);
    const background = new Background(log);
    let isDown = true;
    const late = new LateReplies({
      work,
      background,
      sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
      trySend: async () => {
        if (isDown) throw new DeliveryError('unavailable');
      },
      log,
    });
    try {
      // Storage does not let the process hide its message, and the queue brings it back.
      sinon.stub(queue, 'renew').rejects(new Error('storage fails'));
      await late.sendLater(REPLY, 1_000);
      work.start(late.work);
      await clock.tickAsync(3 * MINUTE);
      assert.equal(queue.bodies.length, 1);
      isDown = false;
      await clock.tickAsync(2 * MINUTE);
      assert.equal(queue.bodies.length, 0);
      await Promise.all([work.stop(), clock.runAllAsync()]);
    } finally {
      clock.restore();
    }
  });

  it('is not tried again when it is refused for good', async () => {
    assert.deepEqual(await triesDuring(new DeliveryError('refused')), [1_000]);
  });
});
