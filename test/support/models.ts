import sinon from 'sinon';
import { pack } from '../../ml/pack/pack.js';
import { hashOf } from '../../src/platform/learning/hash.js';
import { LinearModel } from '../../src/platform/learning/linear-model.js';
import { Reader } from '../../src/platform/learning/reader.js';
import { Spelling } from '../../src/platform/learning/spelling.js';

/** A reader that mends the spelling of these words. */
export const readerKnowing = (words: readonly string[]) => new Reader(new Spelling(words));

/** A model that returns these probabilities for every text, without taking it apart. */
export function modelSaying(probabilities: Record<string, number>): LinearModel {
  const reader = sinon.createStubInstance(Reader);
  reader.read.returns(new Map());
  const packed = pack({
    classes: Object.keys(probabilities),
    texts: 1,
    vocabulary: new Int32Array(),
    counts: new Int32Array(),
    weights: new Float32Array(),
    bias: Float32Array.from(Object.values(probabilities), Math.log),
  });
  return LinearModel.fromBytes(packed, reader);
}

/** A model whose vocabulary is these words of three letters, each with its weight per class. */
export function modelKnowing(classes: string[], words: Record<string, number[]>): LinearModel {
  const known = Object.keys(words);
  const packed = pack({
    classes,
    texts: 1,
    vocabulary: Int32Array.from(known, (word) => hashOf(`w:${word}`)),
    counts: new Int32Array(known.length).fill(1),
    weights: Float32Array.from(Object.values(words).flat()),
    bias: new Float32Array(classes.length),
  });
  return LinearModel.fromBytes(packed, readerKnowing(known));
}
