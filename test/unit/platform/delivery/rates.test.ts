import assert from 'node:assert/strict';
import sinon from 'sinon';
import { DeliveryError } from '../../../../src/platform/delivery/channel.js';
import type { Share } from '../../../../src/platform/delivery/instances.js';
import { RateLimiter, type Sharing } from '../../../../src/platform/delivery/rates.js';
import type { Priority } from '../../../../src/platform/delivery/waiting-lines.js';
import { ALONE } from '../../../support/rates.js';

/** Published by Microsoft for one conversation: the number of sends in a number of milliseconds. */
const CONVERSATION = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;
const APP = [[50, 1_000]] as const;
const AN_HOUR = 3_600_000;

interface Arrival {
  conversation: string;
  priority: Priority;
  at: number;
}

/** What arrives in Teams, from one limiter or several. */
class Teams {
  readonly arrived: Arrival[] = [];
  /** How long a message is on its way. */
  wayMs = 0;

  /** Sends through a limiter; resolves when it is answered. */
  send(
    limiter: RateLimiter,
    conversation: string,
    priority: Priority,
    patienceMs = 10 * AN_HOUR,
  ): Promise<void> {
    const task = async () => {
      this.arrived.push({ conversation, priority, at: performance.now() });
      if (this.wayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.wayMs));
    };
    return limiter.send(conversation, priority, task, patienceMs);
  }

  /** When they arrived, in seconds. */
  times(matching: Partial<Arrival> = {}): number[] {
    const matches = (one: Arrival) =>
      Object.entries(matching).every(([key, value]) => one[key as keyof Arrival] === value);
    return this.arrived.filter(matches).map(({ at }) => at / 1_000);
  }

  /** The largest number in any window, excluding its end. */
  most(ms: number, matching: Partial<Arrival> = {}): number {
    const times = this.times(matching);
    let first = 0;
    let peak = 0;
    for (const [at, time] of times.entries()) {
      while ((times[first] ?? 0) <= time - ms / 1_000) first++;
      peak = Math.max(peak, at - first + 1);
    }
    return peak;
  }

  keepsTo(limits: readonly (readonly [number, number])[], matching: Partial<Arrival> = {}): void {
    for (const [limit, ms] of limits) {
      const most = this.most(ms, matching);
      assert.ok(most <= limit, `${most} in ${ms} ms`);
    }
  }
}

/** One of several instances. */
const sharing = (count: number, share: Share): Sharing => ({ count, isCurrent: true, shareOf: () => share });

describe('the rate limits', () => {
  let clock: sinon.SinonFakeTimers;
  let teams: Teams;
  let limiter: RateLimiter;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
    teams = new Teams();
    limiter = new RateLimiter(ALONE);
  });
  afterEach(() => clock.restore());

  const send = (conversation: string, priority: Priority, count = 1) => {
    for (let sent = 0; sent < count; sent++) void teams.send(limiter, conversation, priority);
  };

  describe('of one conversation', () => {
    it('let seven replies out at once, an eighth a second later and no more in two', async () => {
      send('a', 'reply', 9);
      await clock.tickAsync(5_000);
      assert.deepEqual(teams.times(), [0, 0, 0, 0, 0, 0, 0, 1, 2]);
    });

    it('let five notices out in a second and leave the rest for replies', async () => {
      send('a', 'case', 7);
      send('a', 'reply', 2);
      await clock.tickAsync(999);
      assert.equal(teams.times({ priority: 'case' }).length, 5);
      assert.deepEqual(teams.times({ priority: 'reply' }), [0, 0]);
      await clock.tickAsync(5_000);
      assert.equal(teams.times({ priority: 'case' }).length, 7);
    });

    it('hold when everything is sent at once, and nothing waits longer than necessary', async () => {
      send('a', 'case', 2_000);
      await clock.tickAsync(AN_HOUR - 1);
      assert.equal(teams.arrived.length, 1_500);
      await clock.tickAsync(AN_HOUR);
      assert.equal(teams.arrived.length, 2_000);
      teams.keepsTo(CONVERSATION);
      assert.equal(teams.most(30_000), 50);
    });

    it('hold for notices and replies together', async () => {
      send('a', 'case', 300);
      for (let second = 0; second < 300; second++) {
        send('a', 'reply');
        await clock.tickAsync(1_000);
      }
      teams.keepsTo(CONVERSATION);
      assert.equal(teams.times({ priority: 'reply' }).length, 300);
    });

    it('count a message until its answer, however long its way takes', async () => {
      teams.wayMs = 3_000;
      send('a', 'reply', 8);
      await clock.tickAsync(3_999);
      assert.equal(teams.arrived.length, 7);
      await clock.tickAsync(1);
      assert.equal(teams.arrived.length, 8);
    });

    it('do not affect another conversation', async () => {
      send('a', 'case', 100);
      send('b', 'case');
      await clock.tickAsync(0);
      assert.deepEqual(teams.times({ conversation: 'b' }), [0]);
    });
  });

  describe('of the app', () => {
    it('let 50 out in a second over all conversations', async () => {
      for (let to = 0; to < 120; to++) send(`conversation ${to}`, 'case');
      await clock.tickAsync(3_000);
      assert.deepEqual(
        [0, 1, 2].map((at) => teams.times().filter((time) => time === at).length),
        [50, 50, 20],
      );
    });

    it('let an urgent notice pass 6,000 others within two seconds, and a reply before it', async () => {
      for (let to = 0; to < 6_000; to++) send(`conversation ${to}`, to % 2 ? 'case' : 'other');
      await clock.tickAsync(500);
      send('in need', 'urgent');
      send('who asks', 'reply');
      await clock.tickAsync(2_000);
      assert.deepEqual(teams.times({ priority: 'urgent' }), [1]);
      const next = teams.arrived.filter(({ at }) => at === 1_000);
      assert.deepEqual(
        next.slice(0, 2).map(({ priority }) => priority),
        ['reply', 'urgent'],
      );
      await clock.tickAsync(600_000);
      assert.equal(teams.arrived.length, 6_002);
      const lastCase = Math.max(...teams.times({ priority: 'case' }));
      const others = teams.times({ priority: 'other' });
      assert.ok(others.filter((at) => at < lastCase).length <= 50, 'cases go before the rest');
      teams.keepsTo(APP);
    });

    it('let everything else pass the practices of 1,500 people within a second', async () => {
      for (let to = 0; to < 1_500; to++) send(`conversation ${to}`, 'practice');
      await clock.tickAsync(500);
      const others = ['other', 'recognition', 'case', 'urgent', 'reply'] as const;
      for (const priority of others) send(`of ${priority}`, priority);
      await clock.tickAsync(1_000);
      const next = teams.arrived.filter(({ at }) => at === 1_000).slice(0, others.length);
      assert.deepEqual(
        next.map(({ priority }) => priority),
        others.toReversed(),
      );
    });
  });

  describe('that Teams imposes', () => {
    it('hold up the whole conversation as long as it says, and no other', async () => {
      const refuse = () => Promise.reject(new DeliveryError('throttled', 20_000));
      await assert.rejects(limiter.send('a', 'case', refuse), { failure: 'throttled' });
      send('a', 'urgent');
      send('a', 'reply');
      send('b', 'case');
      await clock.tickAsync(19_999);
      assert.deepEqual(
        teams.arrived.map(({ conversation }) => conversation),
        ['b'],
      );
      await clock.tickAsync(1);
      assert.equal(teams.arrived.length, 3);
    });

    it('hold it up for the longest time that any answer names', async () => {
      const refuse = (ms: number) => () => Promise.reject(new DeliveryError('throttled', ms));
      await Promise.allSettled([
        limiter.send('a', 'reply', refuse(20_000)),
        limiter.send('a', 'reply', refuse(5_000)),
      ]);
      send('a', 'reply');
      await clock.tickAsync(19_999);
      assert.equal(teams.arrived.length, 0);
      await clock.tickAsync(1);
      assert.equal(teams.arrived.length, 1);
    });
  });

  it('tell how long it would take, when that is longer than somebody waits', async () => {
    send('a', 'case', 60);
    const refused = assert.rejects(teams.send(limiter, 'a', 'case', 1_000), (error: DeliveryError) => {
      assert.equal(error.failure, 'throttled');
      assert.ok((error.retryAfterMs ?? 0) > 20_000 && (error.retryAfterMs ?? 0) <= 30_000, 'about');
      return true;
    });
    await clock.tickAsync(1_000);
    await refused;
    await clock.tickAsync(60_000);
    assert.equal(teams.arrived.length, 60, 'and it is not sent after all');
  });

  describe('a moment that is held', () => {
    it('is for the next notice into the conversation, and counts once', async () => {
      assert.equal(typeof (await limiter.hold('a', 'urgent', 0)), 'function');
      send('a', 'other', 6);
      await clock.tickAsync(0);
      assert.equal(teams.arrived.length, 5);
    });

    it('is free again once it is let go', async () => {
      const release = await limiter.hold('a', 'case', 0);
      send('a', 'reply', 7);
      await clock.tickAsync(0);
      assert.equal(teams.arrived.length, 6);
      if (typeof release === 'function') release();
      await clock.tickAsync(0);
      assert.equal(teams.arrived.length, 7);
    });

    it('is void once Teams has asked to wait', async () => {
      const release = await limiter.hold('a', 'case', 0);
      const refuse = () => Promise.reject(new DeliveryError('throttled', 20_000));
      await assert.rejects(limiter.send('a', 'reply', refuse));
      await clock.tickAsync(5_000);
      await assert.rejects(teams.send(limiter, 'a', 'case'), { failure: 'throttled', retryAfterMs: 15_000 });
      if (typeof release === 'function') release();
      assert.equal(teams.arrived.length, 0);
    });
  });

  it('let no notice out while another instance may have taken over', async () => {
    const paused = new RateLimiter({ ...ALONE, isCurrent: false });
    await assert.rejects(teams.send(paused, 'a', 'case'), { failure: 'unavailable' });
    await teams.send(paused, 'a', 'reply');
    assert.deepEqual(
      teams.arrived.map(({ priority }) => priority),
      ['reply'],
    );
  });

  describe('of several instances together', () => {
    for (const guests of [1, 2, 3, 4]) {
      it(`hold in a conversation of one with ${guests} that only reply`, async () => {
        const of = { kind: 'guest', of: guests } as const;
        const all = [
          new RateLimiter(sharing(guests + 1, { kind: 'owner', guests })),
          ...Array.from({ length: guests }, () => new RateLimiter(sharing(guests + 1, of))),
        ];
        for (const [at, each] of all.entries()) {
          for (let sent = 0; sent < 400; sent++) {
            void teams.send(each, 'a', at === 0 && sent % 2 ? 'case' : 'reply');
          }
        }
        await clock.tickAsync(AN_HOUR);
        teams.keepsTo(CONVERSATION);
        assert.ok(teams.most(30_000) >= 50, 'and use what is allowed');
      });
    }

    it('hold when a conversation changes hands', async () => {
      const before = new RateLimiter(sharing(2, { kind: 'owner', guests: 1 }));
      for (let sent = 0; sent < 2_000; sent++) void teams.send(before, 'a', 'case', AN_HOUR / 2);
      await clock.tickAsync(AN_HOUR / 2);
      const after = new RateLimiter(sharing(2, { kind: 'owner', guests: 1 }));
      for (let sent = 0; sent < 2_000; sent++) void teams.send(after, 'a', 'case', AN_HOUR);
      await clock.tickAsync(AN_HOUR);
      teams.keepsTo(CONVERSATION.slice(3));
    });

    it('hold for the app', async () => {
      const all = [0, 1, 2].map(() => new RateLimiter(sharing(3, { kind: 'owner', guests: 2 })));
      for (const each of all) {
        for (let to = 0; to < 100; to++) void teams.send(each, `conversation ${to}`, 'case');
      }
      await clock.tickAsync(10_000);
      assert.equal(teams.arrived.length, 300);
      teams.keepsTo(APP);
    });
  });
});
