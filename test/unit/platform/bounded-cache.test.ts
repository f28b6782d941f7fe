import assert from 'node:assert/strict';
import { BoundedCache } from '../../../src/platform/bounded-cache.js';

describe('a bounded cache', () => {
  let now: number;
  let cache: BoundedCache<string>;
  let fetched: string[];
  beforeEach(() => {
    now = 0;
    fetched = [];
    cache = new BoundedCache(() => new Date(now), { entries: 3, ms: 1_000 });
  });
  const get = (key: string) =>
    cache.get(key, async () => {
      fetched.push(key);
      return `${key} at ${now}`;
    });

  it('keeps an answer for its time and no longer', async () => {
    await get('a');
    now = 999;
    assert.equal(await get('a'), 'a at 0');
    now = 1_000;
    assert.equal(await get('a'), 'a at 1000');
    assert.deepEqual(fetched, ['a', 'a']);
  });

  it('keeps no more than its limit and forgets the oldest', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await get(key);
    assert.equal(cache.size, 3);
    await get('d');
    await get('a');
    assert.deepEqual(fetched, ['a', 'b', 'c', 'd', 'a']);
  });

  it('does not keep a failure', async () => {
    await assert.rejects(cache.get('a', async () => Promise.reject(new Error('no'))));
    assert.equal(await get('a'), 'a at 0');
  });

  describe('that may return old answers', () => {
    beforeEach(async () => {
      cache = new BoundedCache(() => new Date(now), { entries: 3, ms: 1_000, oldMs: 5_000 });
      await get('a');
    });
    const fail = () => cache.get('a', async () => Promise.reject(new Error('no')));

    it('returns one to all callers while fetching fails, and tries again each time', async () => {
      now = 4_999;
      assert.deepEqual(await Promise.all([fail(), fail()]), ['a at 0', 'a at 0']);
      assert.equal(await get('a'), 'a at 4999');
    });

    it('drops one after its time, however often fetching failed', async () => {
      for (now of [1_000, 4_000]) assert.equal(await fail(), 'a at 0');
      now = 5_000;
      await assert.rejects(fail());
      assert.equal(cache.size, 0);
    });
  });

  it('returns a value that was set during a fetch that failed', async () => {
    let fail: (error: Error) => void = assert.fail;
    const failing = cache.get('a', () => new Promise((_, reject) => (fail = reject)));
    cache.set('a', 'given');
    fail(new Error('no'));
    assert.deepEqual([await failing, await get('a'), fetched], ['given', 'given', []]);
  });

  it('returns a value that was set', async () => {
    cache.set('a', 'given');
    assert.deepEqual([await get('a'), fetched], ['given', []]);
  });
});
