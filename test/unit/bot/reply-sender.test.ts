import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import sinon from 'sinon';
import { LateReplies } from '../../../src/bot/late-replies.js';
import { type Outgoing, ReplySender } from '../../../src/bot/reply-sender.js';
import { Background } from '../../../src/platform/background.js';
import { DeliveryError, type DeliveryFailure } from '../../../src/platform/delivery/channel.js';
import { RateLimiter } from '../../../src/platform/delivery/rates.js';
import { WorkQueue } from '../../../src/platform/delivery/work.js';
import type { Logger } from '../../../src/platform/log.js';
import { sealerWith } from '../../../src/platform/storage/sealer.js';
import { memoryLog } from '../../support/log.js';
import { MemoryQueue } from '../../support/memory-queue.js';
import { ALONE } from '../../support/rates.js';

const TO = { serviceUrl: 'https://teams.example/', conversationId: 'a' };
const SECRET = 'En la ventanilla me gritaron.';
const sealer = sealerWith([{ id: 'k', key: randomBytes(32) }]);
const ANSWER: Outgoing = { to: TO, message: { text: SECRET }, replaces: '' };

describe('an answer into a chat', () => {
  let clock: sinon.SinonFakeTimers;
  let queue: MemoryQueue;
  let work: WorkQueue;
  let sender: ReplySender;
  let late: LateReplies;
  let log: Logger;
  let lines: string[];
  /** What Teams answers next, in order; then it accepts. */
  let failures: [DeliveryFailure, number?][];
  /** When what arrived, in milliseconds. */
  let arrived: [string, number][];

  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z') });
    failures = [];
    arrived = [];
    queue = new MemoryQueue();
    ({ log, lines } = memoryLog());
    work = new WorkQueue(queue, new MemoryQueue(), log);
    const take = (what: string) => {
      const failure = failures.shift();
      if (failure) throw new DeliveryError(...failure);
      arrived.push([what, performance.now()]);
    };
    sender = new ReplySender({
      connector: {
        post: async (_to, { text = '' }) => {
          take(text);
          return 'id';
        },
        postTargeted: async (_to, { id }, { text }) => {
          take(`${id} alone: ${text}`);
          return 'id';
        },
        update: async (_to, id, { text }) => take(`${id}: ${text}`),
        typing: async () => take('typing'),
      },
      rates: new RateLimiter(ALONE),
      sendLater: (outgoing, inMs) => late.sendLater(outgoing, inMs),
      log,
    });
    late = lateReplies(new Background(log));
    work.start(late.work);
  });
  afterEach(async () => {
    late.stop();
    const stopped = work.stop();
    await clock.runAllAsync();
    await stopped;
    clock.restore();
  });

  function lateReplies(background: Pick<Background, 'run'>): LateReplies {
    return new LateReplies({
      work,
      background,
      sealer,
      trySend: (outgoing, patienceMs) => sender.trySend(outgoing, patienceMs),
      log,
    });
  }

  /** Another process takes the place of this one. */
  async function restart(): Promise<void> {
    const stopped = work.stop();
    await clock.tickAsync(10);
    await stopped;
    late = lateReplies(new Background(log));
    work.start(late.work);
  }

  const texts = () => arrived.map(([what]) => what);

  /** Sends and waits for what happens in the time of a turn. */
  async function send(outgoing = ANSWER): Promise<void> {
    const sending = sender.send(outgoing, performance.now());
    sending.catch(() => undefined);
    await clock.tickAsync(4_600);
    return sending;
  }

  it('is sent again within the turn when Teams is busy or away for a moment', async () => {
    failures = [['throttled'], ['unavailable'], ['throttled', 700]];
    await send();
    assert.equal(arrived.length, 1);
    assert.ok((arrived[0]?.[1] ?? 0) < 4_500);
    assert.deepEqual(queue.bodies, []);
  });

  it('replaces the card that was clicked', async () => {
    failures = [['unavailable']];
    await send({ ...ANSWER, replaces: 'card' });
    assert.deepEqual(texts(), [`card: ${SECRET}`]);
  });

  it('goes to the queue, sealed, when Teams takes longer, and from there into the chat', async () => {
    failures = [['throttled', 30_000]];
    await send();
    assert.equal(arrived.length, 0);
    assert.equal(queue.bodies.length, 1);
    assert.doesNotMatch(queue.bodies.join(), /gritaron|ventanilla/);
    await clock.tickAsync(32_000);
    assert.deepEqual(texts(), [SECRET]);
    assert.deepEqual(queue.bodies, []);
  });

  it('comes although somebody empties the queue', async () => {
    failures = [['throttled', 30_000], ['unavailable']];
    await send();
    queue.clear();
    await clock.tickAsync(60_000);
    assert.deepEqual(texts(), [SECRET]);
  });

  it('comes from the queue when the process dies', async () => {
    failures = [['throttled', 30_000]];
    late = lateReplies({ run: () => undefined });
    await send();
    await restart();
    await clock.tickAsync(40_000);
    assert.deepEqual(texts(), [SECRET]);
  });

  it('is left to the queue when the process stops, and comes from there', async () => {
    failures = [['throttled', 30_000]];
    await send();
    late.stop();
    await restart();
    assert.equal(queue.bodies.length, 1);
    await clock.tickAsync(40_000);
    assert.deepEqual([texts(), queue.bodies], [[SECRET], []]);
  });

  it('comes once when the queue brings what is under way, since it cannot be held there', async () => {
    failures = [['throttled', 50_000]];
    queue.renew = async () => {
      throw new Error('down');
    };
    await send();
    await clock.tickAsync(120_000);
    assert.deepEqual([texts(), queue.bodies], [[SECRET], []]);
  });

  it('is sent late, and again when it may have arrived, since the activity does not come again', async () => {
    failures = [['throttled', 30_000], ['ambiguous']];
    await send();
    await clock.tickAsync(60_000);
    assert.deepEqual(texts(), [SECRET]);
  });

  it('is given up after ten minutes, and the log says so without its words', async () => {
    failures = Array.from({ length: 1_000 }, () => ['unavailable']);
    await send();
    await clock.tickAsync(11 * 60_000);
    failures = [];
    await clock.tickAsync(3 * 3_600_000);
    assert.deepEqual([arrived, queue.bodies], [[], []]);
    assert.match(lines.join(), /an answer could not be sent/);
    assert.doesNotMatch(lines.join(), /gritaron/);
  });

  for (const failure of ['ambiguous', 'unreachable', 'refused'] as const) {
    it(`is not sent twice after the failure "${failure}"`, async () => {
      failures = [[failure]];
      await assert.rejects(send(), { failure });
      await clock.tickAsync(60_000);
      assert.deepEqual([arrived, queue.bodies], [[], []]);
    });
  }

  it('fails when the queue is down too, so that the activity comes again', async () => {
    failures = [['throttled', 30_000]];
    queue.put = async () => {
      throw new Error('down');
    };
    await assert.rejects(send(), /down/);
  });

  it('keeps to the limits of the chat', async () => {
    for (let count = 0; count < 9; count++) void sender.send(ANSWER, performance.now());
    await clock.tickAsync(999);
    assert.equal(arrived.length, 7);
    await clock.tickAsync(4_000);
    assert.equal(arrived.length, 9);
  });

  it('shows that it is typing, unless the chat is busy', async () => {
    await sender.typing(TO);
    for (let count = 0; count < 6; count++) await sender.send(ANSWER, performance.now());
    const refused = assert.rejects(sender.typing(TO), { failure: 'throttled' });
    await clock.tickAsync(1);
    await refused;
    assert.equal(arrived.filter(([what]) => what === 'typing').length, 1);
  });
});
