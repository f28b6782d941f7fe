import assert from 'node:assert/strict';
import { BoundedCache } from '../../src/people/graph/bounded-cache.js';

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

  it('should remember for its time and not a moment longer', async () => {
    await get('a');
    now = 999;
    assert.equal(await get('a'), 'a at 0');
    now = 1_000;
    assert.equal(await get('a'), 'a at 1000');
    assert.deepEqual(fetched, ['a', 'a']);
  });

  it('should hold no more than its entries, and forget the oldest', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await get(key);
    assert.equal(cache.size, 3);
    await get('d');
    await get('a');
    assert.deepEqual(fetched, ['a', 'b', 'c', 'd', 'a']);
  });

  it('should not remember a failure', async () => {
    await assert.rejects(cache.get('a', async () => Promise.reject(new Error('no'))));
    assert.equal(await get('a'), 'a at 0');
  });

  it('should take what is set', async () => {
    cache.set('a', 'given');
    assert.deepEqual([await get('a'), fetched], ['given', []]);
  });
});
