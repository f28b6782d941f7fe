import assert from 'node:assert/strict';
import { AddressLimits } from '../../../src/web/limits.js';

describe('rate limits by address', () => {
  let now: number;
  let limits: AddressLimits;
  beforeEach(() => {
    now = Date.parse('2026-11-24T14:00:00Z');
    limits = new AddressLimits(() => new Date(now), { burst: 3, everyMs: 1_000 });
  });
  const take = (times: number, address = '9.9.9.9') =>
    Array.from({ length: times }, () => limits.take(address));

  it('let a burst through, and then tell how long to wait', () => {
    assert.deepEqual(take(5), [0, 0, 0, 1_000, 1_000]);
    now += 400;
    assert.deepEqual(take(1), [600]);
    now += 600;
    assert.deepEqual(take(2), [0, 1_000]);
  });

  it('save up no more than the burst, and tolerate a clock that goes back', () => {
    take(3);
    now += 3_600_000;
    assert.deepEqual(take(4), [0, 0, 0, 1_000]);
    now -= 10_000;
    assert.deepEqual(take(1), [1_000]);
  });

  it('count each subscriber separately', () => {
    take(3);
    assert.deepEqual(take(1, '9.9.9.8'), [0]);
    assert.deepEqual(take(4, '2001:db8::1').concat(take(1, '2001:db8::2')), [0, 0, 0, 1_000, 1_000]);
  });

  it('let through 3 of 1,000 guesses at once', () => {
    assert.equal(take(1_000).filter((wait) => wait === 0).length, 3);
  });

  it('forget the least recently seen among more than 10,000', () => {
    take(3);
    take(3, 'second');
    for (let at = 0; at < 9_998; at += 1) take(1, `a${at}`);
    assert.deepEqual(take(1, 'second'), [1_000]);
    take(1, 'one more');
    assert.deepEqual(take(1), [0]);
  });
});
