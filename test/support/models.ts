import { LinearModel } from '../../src/platform/learning/linear-model.js';

/** A model that returns these probabilities for every text. */
export function modelSaying(probabilities: Record<string, number>): LinearModel {
  return LinearModel.fromTraining({
    classes: Object.keys(probabilities),
    vocabulary: new Map(),
    idf: new Float32Array(),
    weights: new Float32Array(),
    bias: Float32Array.from(Object.values(probabilities), Math.log),
    words: [],
  });
}

/** A model whose vocabulary is these words of three letters, each with its weight per class. */
export function modelKnowing(classes: string[], words: Record<string, number[]>): LinearModel {
  const known = Object.keys(words);
  return LinearModel.fromTraining({
    classes,
    vocabulary: new Map(known.map((word, row) => [`w:${word}`, row])),
    idf: new Float32Array(known.length).fill(1),
    weights: Float32Array.from(Object.values(words).flat()),
    bias: new Float32Array(classes.length),
    words: known,
  });
}
