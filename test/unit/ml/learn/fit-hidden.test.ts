import assert from 'node:assert/strict';
import { fitHidden } from '../../../../ml/learn/fit-hidden.js';
import { hiddenModelOf } from '../../../../ml/learn/model-of.js';
import { pack } from '../../../../ml/pack/pack.js';

/** Neither word decides by itself: both or none are "same". */
const EXAMPLES = [
  { text: 'puerta', label: 'one' },
  { text: 'llave', label: 'one' },
  { text: 'puerta y llave', label: 'same' },
  { text: 'llave y puerta', label: 'same' },
  { text: 'nube', label: 'same' },
];
const OPTIONS = { units: 8, rate: 0.1, l2: 1e-5, epochs: 200, least: 1 };
const model = hiddenModelOf(EXAMPLES, OPTIONS);

describe('a model with a hidden layer', () => {
  it('learns words that matter together', () => {
    for (const { text, label } of EXAMPLES) assert.ok(model.distribution(text)(label) > 0.8, text);
  });

  it('gives probabilities that add up to one, and none to a class that it does not know', () => {
    for (const text of ['', 'puerta', 'xyzw kkk']) {
      const of = model.distribution(text);
      assert.ok(Math.abs(of('one') + of('same') - 1) < 1e-5, text);
      assert.equal(of('other'), 0);
    }
  });

  it('has the same bytes when it is trained twice', () => {
    assert.ok(pack(fitHidden(EXAMPLES, OPTIONS)).equals(pack(fitHidden(EXAMPLES, OPTIONS))));
  });
});
