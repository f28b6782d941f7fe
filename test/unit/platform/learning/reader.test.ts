import assert from 'node:assert/strict';
import { featuresOf, wordOf } from '../../../../src/platform/learning/features.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { readerKnowing } from '../../../support/models.js';

describe('a reader', () => {
  const reader = readerKnowing(['esfuerzo']);
  const has = (text: string, name: string) => reader.read(text).has(hashOf(name));

  it('reads a misspelt word as it is written and as it is meant', () => {
    assert.ok(has('el esfuezo', 'w:esfues'));
    assert.ok(has('el esfuezo', 'w:esfuers'));
  });

  it('reads all words of a text, folded', () => {
    for (const stem of ['el', 'esfuers', 'kans']) assert.ok(has('¡El ESFUEZO que cansa!', `w:${stem}`), stem);
  });

  it('reads a text in the same way again, once its words are known', () => {
    const text = 'esfuerzo y más esfuezo';
    const [once, again] = [text, 'otro', text]
      .map((one) => new Map(reader.read(one)))
      .filter((_, at) => at !== 1);
    assert.deepEqual(again, once);
  });

  it('reads how a text is put', () => {
    assert.ok(has('¿cuánto esfuerzo?', '#asks'));
    assert.ok(!has('cuánto esfuerzo', '#asks'));
    assert.ok(has('¡esfuerzo!', '#calls'));
    assert.ok(has('el esfuerzo', '^el'));
    assert.ok(has('el esfuerzo', '^el_esfuerso'));
    assert.ok(has('el esfuerzo', '$esfuerso'));
    assert.ok(!has('esfuerzo', '$esfuerso'), 'one word begins, and does not end');
    featuresOf(['el', 'esfuerzo'].map(wordOf), (feature) => assert.notEqual(feature, hashOf('^el')));
  });

  it('tells lengths apart', () => {
    const words = (count: number) => 'sol '.repeat(count);
    for (const [count, length] of [
      [2, 0],
      [5, 1],
      [10, 2],
      [20, 3],
      [21, -1],
    ] as const) {
      assert.ok(has(words(count), `#length:${length}`), String(count));
    }
  });

  it('reads each of several texts in turn', () => {
    const [one, other] = ['sol', 'mar'].map((text) => new Map(reader.read(text)));
    assert.notDeepEqual(one, other);
    assert.deepEqual(reader.read('sol'), one);
    assert.deepEqual(reader.read('mar'), other);
  });
});
