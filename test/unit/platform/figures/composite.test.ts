import assert from 'node:assert/strict';
import { compositeOf, weights } from '../../../../src/platform/figures/composite.js';

const RATES = [
  { id: 'accepted-in-time', of: 3, among: 4 },
  { id: 'satisfied', of: 9, among: 10 },
];

describe('the composite indicator', () => {
  it('is the mean of the shares by their weights', () => {
    const by = { 'accepted-in-time': 30, satisfied: 10 };
    assert.deepEqual(compositeOf(RATES, by), { value: (75 * 30 + 90 * 10) / 40, missing: [] });
  });

  it('names what is missing, and leaves its weight out', () => {
    assert.deepEqual(compositeOf(RATES, { satisfied: 60, trained: 40 }), { value: 90, missing: ['trained'] });
  });

  it('is none with less than half of the weight', () => {
    assert.equal(compositeOf(RATES, { satisfied: 49, trained: 51 }), undefined);
    assert.equal(compositeOf([], { satisfied: 1 }), undefined);
  });

  it('takes weights in their format alone', () => {
    assert.deepEqual(weights.parse('satisfied=60,trained=40'), { satisfied: 60, trained: 40 });
    for (const wrong of [
      'satisfied',
      'satisfied=0',
      'satisfied=-1',
      'satisfied=1.5',
      'satisfied=1;trained=2',
    ]) {
      assert.ok(!weights.safeParse(wrong).success, wrong);
    }
  });
});
