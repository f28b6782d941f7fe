/** Trains a `LinearModel`: softmax regression with AdaGrad. Deterministic. */
import { fold, words } from '../text/fold.js';
import { featuresOf, wordOf } from './features.js';
import { HashIndex } from './hash.js';
import { LinearModel, type SparseVector, softmax, vectorOf } from './linear-model.js';
import { Reader } from './reader.js';
import { addShape } from './shape.js';
import { knownWords, Spelling } from './spelling.js';

export interface Example {
  text: string;
  label: string;
  /** How much the example counts; 1 by default. */
  weight?: number;
}

export interface FitOptions {
  /** The step size. */
  rate: number;
  /** The penalty for large weights. */
  l2: number;
  /** Also learn from how a text is put; see `addShape`. */
  shape?: boolean;
  /** Features of fewer texts are left out; 1 by default. */
  least?: number;
  /** How often all examples are gone through; 10 by default. */
  epochs?: number;
}

const DEFAULT_FIT: FitOptions = { rate: 0.5, l2: 1e-4 };
const BIAS_RATE = 0.02;
const FIRST_GRADIENT = 1e-2;

/** The model takes texts apart with the spelling of its own examples; one that is loaded, with that of all content. */
export function train(examples: readonly Example[], options = DEFAULT_FIT): LinearModel {
  const { shape = false, least = 1, epochs = 10 } = options;
  const documents = examples.map(({ text }) => {
    const found = words(fold(text)).map(wordOf);
    const features = featuresOf(found);
    if (shape) addShape(features, text, found);
    return features;
  });
  const counts = new Map<number, number>();
  for (const document of documents) {
    for (const name of document.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= least);
  const hashes = Int32Array.from(kept, ([name]) => name);
  const vocabulary = new HashIndex(hashes);
  const idf = Float32Array.from(kept, ([, count]) => Math.log(1 + examples.length / count));
  const classes = [...new Set(examples.map(({ label }) => label))];
  const columns = new Map(classes.map((label, column) => [label, column]));

  const vectors = documents.map((document) => vectorOf(document, { vocabulary, idf }));
  const state = {
    weights: new Float32Array(kept.length * classes.length),
    squares: new Float32Array(kept.length * classes.length).fill(FIRST_GRADIENT),
    bias: new Float32Array(classes.length),
  };
  const order = examples.map((_, at) => at);
  const random = randomFrom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { label = '', weight = 1 } = examples[at] ?? {};
      step(state, vectors[at] ?? EMPTY, columns.get(label) ?? 0, weight, options);
    }
  }
  const { weights, bias } = state;
  const reader = new Reader(new Spelling(knownWords(examples.map(({ text }) => text))));
  return LinearModel.fromTraining({ classes, vocabulary: hashes, idf, weights, bias }, reader);
}

const EMPTY: SparseVector = { rows: new Int32Array(), values: new Float32Array() };

interface State {
  weights: Float32Array;
  squares: Float32Array;
  bias: Float32Array;
}

function step(
  { weights, squares, bias }: State,
  vector: SparseVector,
  wanted: number,
  weight: number,
  { rate, l2 }: FitOptions,
): void {
  const width = bias.length;
  const { rows, values } = vector;
  const scores = Float32Array.from(bias);
  for (let at = 0; at < rows.length; at++) {
    const start = (rows[at] as number) * width;
    const value = values[at] as number;
    for (let column = 0; column < width; column++) {
      scores[column] = (scores[column] as number) + (weights[start + column] as number) * value;
    }
  }
  const errors = softmax(scores);
  errors[wanted] = (errors[wanted] as number) - 1;
  for (let column = 0; column < width; column++) {
    errors[column] = (errors[column] as number) * weight;
    bias[column] = (bias[column] as number) - BIAS_RATE * (errors[column] as number);
  }
  for (let at = 0; at < rows.length; at++) {
    const start = (rows[at] as number) * width;
    const value = values[at] as number;
    for (let column = 0; column < width; column++) {
      const cell = start + column;
      const gradient = (errors[column] as number) * value + l2 * (weights[cell] as number);
      const square = (squares[cell] as number) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = (weights[cell] as number) - (rate * gradient) / Math.sqrt(square);
    }
  }
}

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}

/** Returns a deterministic generator of numbers from 0 to 1 (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
