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
      const hashes = Int32Array.from({ length: size }, (_, at) => hashOf(`name ${at}`));
      const index = new HashIndex(hashes);
      hashes.forEach((hash, place) => {
        assert.equal(index.find(hash), place);
      });
      for (let at = size; at < size + 100; at++) assert.equal(index.find(hashOf(`name ${at}`)), -1);
    }
  });

  it('keeps apart hashes that differ in high bits only, and finds the first of equal ones', () => {
    const hashes = Int32Array.from([...Array(64).keys(), 3], (at) => at << 26);
    const index = new HashIndex(hashes);
    for (let at = 0; at < 64; at++) assert.equal(index.find(at << 26), at);
  });
});
