import assert from 'node:assert/strict';
import { HashIndex, hashOf } from '../../../../src/platform/learning/hash.js';

describe('a hash', () => {
  it('goes on from the text before', () => {
    assert.equal(hashOf('tiempo', hashOf('w:')), hashOf('w:tiempo'));
    assert.notEqual(hashOf('w:tiempo'), hashOf('tiempow:'));
  });

  it('is that of FNV-1a', () => {
    assert.equal(hashOf('') >>> 0, 0x811c9dc5);
    assert.equal(hashOf('foobar') >>> 0, 0xbf9cf968);
  });
});

describe('an index of hashes', () => {
  it('finds the place of each, and none for others', () => {
    for (const size of [0, 1, 2, 3, 1_000]) {
      const hashes = Int32Array.from({ length: size }, (_, at) => hashOf(`name ${at}`)).sort();
      const index = new HashIndex(hashes);
      hashes.forEach((hash, place) => {
        assert.equal(index.find(hash), place);
      });
      for (let at = size; at < size + 100; at++) assert.equal(index.find(hashOf(`name ${at}`)), -1);
    }
  });

  it('finds the lowest and the highest numbers, those close together, and the first of equal ones', () => {
    const lowest = -(2 ** 31);
    const close = Array.from({ length: 40 }, (_, at) => at - 20);
    const index = new HashIndex(Int32Array.from([lowest, ...close, 19, 19, -(lowest + 1)]));
    assert.equal(index.find(lowest), 0);
    for (const number of close) assert.equal(index.find(number), number + 21);
    assert.equal(index.find(-(lowest + 1)), 43);
    for (const absent of [lowest + 1, -21, 20, 2 ** 30]) assert.equal(index.find(absent), -1);
  });
});
