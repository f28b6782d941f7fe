import assert from 'node:assert/strict';
import type { BotResponse } from '../../../src/bot/adapter.js';
import { Repeats } from '../../../src/bot/repeats.js';
import { anActivity } from '../../support/fixtures.js';

describe('an activity that arrives again', () => {
  let repeats: Repeats;
  let answered: number;
  beforeEach(() => {
    repeats = new Repeats();
    answered = 0;
  });
  const answer = async (): Promise<BotResponse> => {
    answered += 1;
    return { status: 200, body: { answer: answered } };
  };

  it('gets the same answer again', async () => {
    const first = await repeats.once(anActivity(), answer);
    assert.deepEqual(await repeats.once(anActivity(), answer), first);
    assert.equal(answered, 1);
  });

  it('waits for the answer of the first while that is under way', async () => {
    let finish: (response: BotResponse) => void = () => assert.fail('not begun');
    const first = repeats.once(anActivity(), () => new Promise((resolve) => (finish = resolve)));
    const again = repeats.once(anActivity(), answer);
    finish({ status: 200, body: 'the first' });
    assert.deepEqual(await Promise.all([first, again]), [
      { status: 200, body: 'the first' },
      { status: 200, body: 'the first' },
    ]);
    assert.equal(answered, 0);
  });

  it('is answered anew after a failure', async () => {
    const failing = async () => {
      throw new Error('Teams does not answer');
    };
    await assert.rejects(repeats.once(anActivity(), failing), /does not answer/);
    await repeats.once(anActivity(), answer);
    assert.equal(answered, 1);
  });

  it('is another one from another person, in another conversation, or of another type', async () => {
    const others = [
      {},
      { id: 'activity-2' },
      { conversation: { id: 'other' } },
      { from: { id: '29:luis' } },
      { type: 'messageUpdate' },
    ];
    for (const other of others) await repeats.once(anActivity(other), answer);
    assert.equal(answered, others.length);
  });

  it('is forgotten after thousands of others', async () => {
    await repeats.once(anActivity(), answer);
    for (let id = 0; id < 2_000; id++) await repeats.once(anActivity({ id: `${id}` }), answer);
    await repeats.once(anActivity({ id: '1999' }), answer);
    assert.equal(answered, 2_001);
    await repeats.once(anActivity(), answer);
    assert.equal(answered, 2_002);
  });
});
