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

interface Stage {
  late: LateReplies;
  clock: sinon.SinonFakeTimers;
  queue: MemoryQueue;
  work: WorkQueue;
  background: Background;
}

/** Plays with answers that go late, on a clock of its own. */
async function withLate(
  trySend: (outgoing: unknown, clock: sinon.SinonFakeTimers) => Promise<void>,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const clock = sinon.useFakeTimers();
  const { log } = memoryLog();
  const queue = new MemoryQueue();
  const work = new WorkQueue(queue, new MemoryQueue(), log);
  const background = new Background(log);
  const late = new LateReplies({
    work,
    background,
    sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
    trySend: (outgoing) => trySend(outgoing, clock),
    log,
  });
  try {
    await play({ late, clock, queue, work, background });
  } finally {
    clock.restore();
  }
}

describe('an answer that Teams does not take in time', () => {
  /** The moments, in milliseconds, at which it is tried while Teams takes nothing. */
  async function triesDuring(failure: DeliveryError): Promise<number[]> {
    const tries: number[] = [];
    const refuse = async (_: unknown, clock: sinon.SinonFakeTimers) => {
      tries.push(clock.now);
      throw failure;
    };
    await withLate(refuse, async ({ late, clock }) => {
      await late.sendLater(REPLY, 1_000);
      await clock.runAllAsync();
    });
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
    const tried: unknown[] = [];
    const take = async (outgoing: unknown) => void tried.push(outgoing);
    await withLate(take, async ({ late, clock }) => {
      await late.sendLater(reply, 1_000);
      await clock.runAllAsync();
    });
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
    const sent: unknown[] = [];
    const take = async (outgoing: unknown) => void sent.push(outgoing);
    await withLate(take, async ({ late, clock, work, background }) => {
      await late.sendLater(REPLY, 12_000);
      late.stop();
      await background.drain();
      await clock.tickAsync(20_000);
      work.start(late.work);
      await clock.tickAsync(1_000);
      await Promise.all([work.stop(), clock.runAllAsync()]);
    });
    assert.equal(sent.length, 1);
  });

  it('stays in the queue while a process has it in hand, which may die', async () => {
    let isDown = true;
    const take = async () => {
      if (isDown) throw new DeliveryError('unavailable');
    };
    await withLate(take, async ({ late, clock, queue, work }) => {
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
    });
  });

  it('is not tried again when it is refused for good', async () => {
    assert.deepEqual(await triesDuring(new DeliveryError('refused')), [1_000]);
  });
});
