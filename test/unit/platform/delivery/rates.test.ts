import assert from 'node:assert/strict';
import { RateLimiter } from '../../../../src/platform/delivery/rates.js';

const START = Date.parse('2026-11-24T14:00:00Z');
/** Published by Microsoft for one conversation: the number of sends in a number of milliseconds. */
const CONVERSATION = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** A limiter on a clock that the test moves; records the moment when each send may go out. */
class Sender {
  now = START;
  readonly sent: { conversation: string; at: number }[] = [];
  readonly #limiter = new RateLimiter(() => new Date(this.now));

  send(conversation: string): number {
    const wait = this.#limiter.reserve(conversation);
    this.sent.push({ conversation, at: this.now + wait });
    return wait;
  }

  times(conversation?: string): number[] {
    return this.sent
      .filter((one) => conversation === undefined || one.conversation === conversation)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
  }
}

/** Returns the largest number of sends in any window of this length, excluding its end. */
function most(times: readonly number[], ms: number): number {
  let first = 0;
  let peak = 0;
  for (const [at, time] of times.entries()) {
    while ((times[first] ?? 0) <= time - ms) first++;
    peak = Math.max(peak, at - first + 1);
  }
  return peak;
}

describe('the rate limits of one conversation', () => {
  it('let seven out at once and hold the eighth until a second has passed', () => {
    const sender = new Sender();
    const waits = Array.from({ length: 8 }, () => sender.send('a'));
    assert.deepEqual(waits, [0, 0, 0, 0, 0, 0, 0, 1_000]);
  });

  it('let eight out in two seconds and hold the ninth', () => {
    const sender = new Sender();
    for (let count = 0; count < 8; count++) sender.send('a');
    assert.equal(sender.send('a'), 2_000);
    sender.now += 1_999;
    assert.equal(sender.send('a') > 0, true);
  });

  it('are free again when the windows have passed', () => {
    const sender = new Sender();
    for (let count = 0; count < 7; count++) sender.send('a');
    sender.now += 999;
    assert.equal(sender.send('a'), 1);
    sender.now = START + 60_000;
    assert.equal(sender.send('a'), 0);
  });

  it('let 60 out evenly in 30 seconds and hold the next until they have passed', () => {
    const sender = new Sender();
    for (let count = 0; count < 60; count++, sender.now += 400) assert.equal(sender.send('a'), 0);
    assert.equal(sender.now - START, 24_000);
    assert.equal(sender.send('a'), 6_000);
  });

  it('let 1,800 out evenly in an hour and hold the next until it has passed', () => {
    const sender = new Sender();
    for (let count = 0; count < 1_800; count++, sender.now += 600) assert.equal(sender.send('a'), 0);
    assert.equal(sender.send('a'), 3_600_000 - 1_800 * 600);
  });

  it('hold when everything is sent at once, without waiting longer than necessary', () => {
    const sender = new Sender();
    for (let count = 0; count < 4_000; count++) sender.send('a');
    const times = sender.times('a');
    for (const [limit, ms] of CONVERSATION) assert.ok(most(times, ms) <= limit, `${limit} in ${ms} ms`);
    assert.equal((times[1_800] ?? 0) - START, 3_600_000);
    assert.equal((times[60] ?? 0) - START, 30_000);
  });

  it('do not affect another conversation', () => {
    const sender = new Sender();
    for (let count = 0; count < 7; count++) sender.send('a');
    assert.equal(sender.send('b'), 0);
    assert.equal(sender.send('a'), 1_000);
  });
});

describe('the rate limit of the app', () => {
  it('lets 30 out in a second over all conversations and holds the next', () => {
    const sender = new Sender();
    for (let count = 0; count < 30; count++) assert.equal(sender.send(`conversation ${count}`), 0);
    assert.equal(sender.send('one more'), 1_000);
    sender.now += 1_000;
    assert.equal(sender.send('and another'), 0);
  });

  it('holds when many conversations are busy at once', () => {
    const sender = new Sender();
    for (let round = 0; round < 40; round++) {
      for (let count = 0; count < 25; count++) sender.send(`conversation ${(round * 7 + count) % 40}`);
      sender.now += 137;
    }
    assert.ok(most(sender.times(), 1_000) <= 30);
    for (const conversation of new Set(sender.sent.map((one) => one.conversation))) {
      for (const [limit, ms] of CONVERSATION) assert.ok(most(sender.times(conversation), ms) <= limit);
    }
  });

  it('does not hold a quiet conversation behind the backlog of a busy one', () => {
    const sender = new Sender();
    for (let count = 0; count < 100; count++) sender.send('busy');
    assert.ok(sender.send('quiet') <= 1_000);
  });
});
