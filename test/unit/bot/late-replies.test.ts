import assert from 'node:assert/strict';
import { LateReplies } from '../../../src/bot/late-replies.js';
import { DeliveryError } from '../../../src/platform/delivery/channel.js';
import type { WorkItem } from '../../../src/platform/delivery/work.js';
import { memoryLog } from '../../support/log.js';

const MINUTE = 60_000;
const REPLY = {
  to: { serviceUrl: 'https://teams.test/', conversationId: 'a:ana' },
  message: { text: 'Sí.' },
  replaces: '',
};

describe('an answer that Teams does not take in time', () => {
  /** The moments, in milliseconds, at which it is tried while Teams takes nothing. */
  async function triesDuring(failure: DeliveryError): Promise<number[]> {
    const queued: { item: WorkItem; inMs: number }[] = [];
    const late = new LateReplies({
      work: { later: async (item, inMs) => void queued.push({ item, inMs }) },
      sealer: { seal: (text: string) => text, open: (sealed: string) => sealed } as never,
      trySend: () => Promise.reject(failure),
      log: memoryLog().log,
    });
    await late.sendLater(REPLY, 1_000);
    const tries: number[] = [];
    let now = 0;
    for (let next = queued.shift(); next; next = queued.shift()) {
      now += next.inMs;
      tries.push(now);
      await late.work.reply?.run(next.item);
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

  it('is not tried again when it is refused for good', async () => {
    assert.deepEqual(await triesDuring(new DeliveryError('refused')), [1_000]);
  });
});
