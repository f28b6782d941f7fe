import assert from 'node:assert/strict';
import { exp, softmaxed, tanh } from '../../../../ml/learn/arithmetic.js';

describe('the arithmetic of training', () => {
  const numbers = Array.from({ length: 20_001 }, (_, at) => at / 200);

  it('is that of Math, but for what numbers of 32 bits do not hold', () => {
    for (const number of numbers) {
      assert.ok(Math.abs(exp(-number) / Math.exp(-number) - 1) < 1e-9, `exp(-${number})`);
      for (const value of [number, -number]) {
        assert.ok(Math.abs(tanh(value) - Math.tanh(value)) < 1e-9, `tanh(${value})`);
      }
    }
    assert.equal(exp(0), 1);
    assert.equal(exp(-1_000), 0);
    assert.equal(tanh(0), 0);
  });

  it('turns scores of any size into probabilities', () => {
    const [one, other] = softmaxed(Float32Array.of(0, Math.log(3)));
    assert.ok(Math.abs((one ?? 0) - 0.25) < 1e-6 && Math.abs((other ?? 0) - 0.75) < 1e-6);
    assert.deepEqual([...softmaxed(Float32Array.of(5_000, 5_000, -5_000))], [0.5, 0.5, 0]);
  });
});
