import assert from 'node:assert/strict';
import { trainHidden } from '../../../../src/platform/learning/fit-hidden.js';
import { HiddenModel } from '../../../../src/platform/learning/hidden-model.js';
import { knownWords } from '../../../../src/platform/learning/spelling.js';
import { readerKnowing } from '../../../support/models.js';

/** Neither word decides by itself: both or none are "same". */
const EXAMPLES = [
  { text: 'puerta', label: 'one' },
  { text: 'llave', label: 'one' },
  { text: 'puerta y llave', label: 'same' },
  { text: 'llave y puerta', label: 'same' },
  { text: 'nube', label: 'same' },
];
const OPTIONS = { units: 8, rate: 0.1, l2: 1e-5, epochs: 200, least: 1 };
const model = trainHidden(EXAMPLES, OPTIONS);

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

  it('is the same when it is trained again', () => {
    assert.ok(trainHidden(EXAMPLES, OPTIONS).toBytes().equals(model.toBytes()));
  });

  it('is the same when it has been stored', () => {
    const reader = readerKnowing(knownWords(EXAMPLES.map(({ text }) => text)));
    const read = HiddenModel.fromBytes(model.toBytes(), reader);
    for (const { text } of EXAMPLES) {
      assert.ok(Math.abs(read.distribution(text)('one') - model.distribution(text)('one')) < 1e-6, text);
    }
  });
});
