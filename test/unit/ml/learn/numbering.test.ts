import assert from 'node:assert/strict';
import { Numbering } from '../../../../ml/learn/numbering.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';

describe('hashes that are numbered', () => {
  it('keep the number that they got when they were first met, however many there are', () => {
    const numbers = new Numbering();
    const hashes = Array.from({ length: 100_000 }, (_, at) => hashOf(`name ${at}`));
    for (const hash of [...hashes, ...hashes]) numbers.of(hash);
    for (const [at, hash] of hashes.entries()) assert.equal(numbers.of(hash), at);
    assert.equal(numbers.size, hashes.length);
    assert.equal(numbers.hashOf(70_000), hashes[70_000]);
  });
});
