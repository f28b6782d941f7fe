import assert from 'node:assert/strict';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { softmax, vectorOf } from '../../../../src/platform/learning/linear-model.js';
import { modelKnowing } from '../../../support/models.js';

function assertAlike(one: Float32Array, other: Float32Array): void {
  assert.equal(one.length, other.length);
  one.forEach((value, at) => {
    assert.ok(Math.abs(value - (other[at] ?? Number.NaN)) <= 1e-6, `${one} ${other}`);
  });
}

describe('a linear model', () => {
  /** Also with an odd number of classes, of which the last one stands in half a byte. */
  const model = modelKnowing(['a', 'b', 'c'], { sol: [1, 0, 0], mar: [0, 0, 1], pan: [0, -1, 0] });

  it('ranks its classes by what speaks for them', () => {
    const order = (text: string) => model.ranked(text).map(({ name }) => name);
    assert.equal(order('sol')[0], 'a');
    assert.equal(order('mar')[0], 'c');
    assert.equal(order('pan').at(-1), 'b');
  });

  it('gives each class its probability by name, and none to others', () => {
    const of = model.distribution('sol');
    assert.deepEqual(['a', 'b', 'c', 'd'].map(of), [...model.probabilities('sol'), 0]);
    assert.ok(of('a') > of('b'));
  });
});

describe('the arithmetic of a model', () => {
  it('scales the vector of a text to length one and leaves out unknown features', () => {
    const [a, b, x] = ['a', 'b', 'x'].map((name) => hashOf(name)) as [number, number, number];
    const vocabulary = { find: (name: number) => [a, b].indexOf(name) };
    const known = { vocabulary, idf: Float32Array.of(3, 2) };
    const features = [
      [b, 4],
      [x, 9],
      [a, 1],
    ] as const;
    const { rows, values } = vectorOf(new Map(features), known);
    assert.deepEqual([...rows], [1, 0]);
    assertAlike(values, Float32Array.of(0.8, 0.6));
    assert.equal(vectorOf(new Map([[x, 1]]), known).values.length, 0);
  });

  it('turns scores of any size into probabilities', () => {
    assertAlike(softmax(Float32Array.of(0, Math.log(3))), Float32Array.of(0.25, 0.75));
    assertAlike(softmax(Float32Array.of(5_000, 5_000, -5_000)), Float32Array.of(0.5, 0.5, 0));
  });
});
