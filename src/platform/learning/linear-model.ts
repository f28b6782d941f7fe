/**
 * A linear classifier for texts: softmax regression on tf-idf vectors. The build trains it and stores it as
 * one file, which loads in milliseconds.
 */
import type { Features } from './features.js';
import { HashIndex } from './hash.js';
import { bytesOf, lineOf, Numbers } from './numbers.js';
import type { Reader } from './reader.js';

const VERSION = 4;
/** Weights are stored in one byte each; this costs no measurable accuracy. */
const MOST = 127;

interface Parameters {
  classes: string[];
  /** The row of each feature in `weights`. */
  vocabulary: HashIndex;
  idf: Float32Array;
  /** The factor for the bytes of each row. */
  scales: Float32Array;
  /** One row for each feature, one column for each class. */
  weights: Int8Array;
  bias: Float32Array;
}

/** The result of training. */
export interface TrainedParameters {
  classes: string[];
  /** The hash of each feature, in the order of the rows of `weights`. */
  vocabulary: Int32Array;
  idf: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
}

/** A text as a unit vector over the vocabulary; unknown features are left out. */
export interface SparseVector {
  rows: Int32Array;
  values: Float32Array;
}

interface Head {
  version: number;
  classes: string[];
  /** The number of features. */
  size: number;
}

export class LinearModel {
  readonly #columns: ReadonlyMap<string, number>;

  private constructor(
    private readonly parameters: Parameters,
    private readonly reader: Reader,
  ) {
    this.#columns = new Map(parameters.classes.map((name, column) => [name, column]));
  }

  /** @param reader takes the texts apart. */
  static fromTraining(trained: TrainedParameters, reader: Reader): LinearModel {
    const { classes, vocabulary, idf, weights, bias } = trained;
    const width = classes.length;
    const order = Array.from(vocabulary.keys()).sort(
      (one, other) => numberAt(vocabulary, one) - numberAt(vocabulary, other),
    );
    const sorted = new Float32Array(weights.length);
    order.forEach((row, place) => {
      sorted.set(weights.subarray(row * width, (row + 1) * width), place * width);
    });
    const parameters = {
      classes,
      vocabulary: new HashIndex(Int32Array.from(order, (row) => numberAt(vocabulary, row))),
      idf: Float32Array.from(order, (row) => numberAt(idf, row)),
      bias,
      ...quantize(sorted, width),
    };
    return new LinearModel(parameters, reader);
  }

  get classes(): readonly string[] {
    return this.parameters.classes;
  }

  /** Returns a text as a unit vector in which rare words weigh more. */
  vector(text: string): SparseVector {
    return vectorOf(this.reader.read(text), this.parameters);
  }

  /** Returns the probability of each class, in the order of `classes`. */
  probabilities(text: string): Float32Array {
    return softmax(this.scores(text));
  }

  /** Returns what speaks for each class, in the order of `classes`: any number. */
  scores(text: string): Float32Array {
    const { weights, scales, bias, classes } = this.parameters;
    const { rows, values } = this.vector(text);
    const scores = Float32Array.from(bias);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const value = (values[at] as number) * (scales[row] as number);
      const start = row * classes.length;
      for (let column = 0; column < classes.length; column++) {
        scores[column] = (scores[column] as number) + (weights[start + column] as number) * value;
      }
    }
    return scores;
  }

  /** Returns the probability of each class by its name; 0 for other names. */
  distribution(text: string): (name: string) => number {
    const probabilities = this.probabilities(text);
    return (name) => probabilities[this.#columns.get(name) ?? -1] ?? 0;
  }

  /** Returns the classes with their probabilities, the likeliest first. */
  ranked(text: string): { name: string; probability: number }[] {
    const probabilities = this.probabilities(text);
    return this.classes
      .map((name, column) => ({ name, probability: probabilities[column] ?? 0 }))
      .sort((one, other) => other.probability - one.probability);
  }

  /** Serializes the model: a line of JSON, then the numbers. */
  toBytes(): Buffer {
    const { classes, vocabulary, idf, scales, weights, bias } = this.parameters;
    const head: Head = { version: VERSION, classes, size: idf.length };
    const numbers = [vocabulary.hashes, idf, scales, bias, weights].map(bytesOf);
    return Buffer.concat([lineOf(head), ...numbers]);
  }

  /** @throws Error when the bytes are not a model of this version. */
  static fromBytes(bytes: Buffer, reader: Reader): LinearModel {
    const end = bytes.indexOf('\n') + 1;
    const { version, classes, size } = JSON.parse(bytes.subarray(0, end).toString()) as Head;
    if (version !== VERSION) throw new Error(`a model of version ${version} cannot be read`);
    const numbers = new Numbers(bytes, end);
    const parameters = {
      classes,
      vocabulary: new HashIndex(numbers.integers(size)),
      idf: numbers.floats(size),
      scales: numbers.floats(size),
      bias: numbers.floats(classes.length),
      weights: numbers.bytes(size * classes.length),
    };
    if (numbers.left !== 0) throw new Error('a model of another length than it says');
    return new LinearModel(parameters, reader);
  }
}

const numberAt = (numbers: Int32Array | Float32Array, place: number) => numbers[place] as number;

function quantize(weights: Float32Array, width: number): { weights: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(weights.length / width);
  const bytes = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const values = weights.subarray(row * width, (row + 1) * width);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST || 1;
    scales[row] = scale;
    values.forEach((value, column) => {
      bytes[row * width + column] = Math.round(value / scale);
    });
  }
  return { weights: bytes, scales };
}

/**
 * Weighs known features by the square root of the term frequency times the inverse document frequency, and scales them to
 * length one.
 */
export function vectorOf(
  features: Features,
  { vocabulary, idf }: { vocabulary: Pick<HashIndex, 'find'>; idf: Float32Array },
): SparseVector {
  const rows = new Int32Array(features.size);
  const values = new Float32Array(features.size);
  let size = 0;
  let squares = 0;
  for (const [name, weight] of features) {
    const row = vocabulary.find(name);
    if (row < 0) continue;
    rows[size] = row;
    values[size] = Math.sqrt(weight) * (idf[row] as number);
    squares += (values[size] as number) ** 2;
    size++;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < size; at++) values[at] = (values[at] as number) / length;
  return { rows: rows.subarray(0, size), values: values.subarray(0, size) };
}

export function softmax(scores: Float32Array): Float32Array {
  const most = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
