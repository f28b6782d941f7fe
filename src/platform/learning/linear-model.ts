/** A linear classifier for texts: softmax regression on tf-idf vectors. `ml/` trains it; it loads in milliseconds. */
import type { Features } from './features.js';
import type { HashIndex } from './hash.js';
import { LEVELS, type Parameters, rowBytes, SCALES, unpack } from './packed-model.js';
import type { Reader } from './reader.js';

/** A text as a unit vector over the vocabulary; unknown features are left out. */
export interface SparseVector {
  rows: Int32Array;
  values: Float32Array;
}

export class LinearModel {
  readonly #columns: ReadonlyMap<string, number>;

  /** @param reader takes the texts apart. */
  constructor(
    private readonly parameters: Parameters,
    private readonly reader: Reader,
  ) {
    this.#columns = new Map(parameters.classes.map((name, column) => [name, column]));
  }

  /** @throws Error when the bytes are not a model of this version. */
  static fromBytes(bytes: Buffer, reader: Reader): LinearModel {
    return new LinearModel(unpack(bytes).parameters, reader);
  }

  get classes(): readonly string[] {
    return this.parameters.classes;
  }

  /**
   * Returns a text as a unit vector in which rare words weigh more.
   * @param circumstance in which it is said, for a model that learns from it.
   */
  vector(text: string, circumstance?: string): SparseVector {
    return vectorOf(this.reader.read(text, circumstance), this.parameters);
  }

  /** Returns the probability of each class, in the order of `classes`. */
  probabilities(text: string, circumstance?: string): Float32Array {
    return softmax(this.scores(text, circumstance));
  }

  /** Returns what speaks for each class, in the order of `classes`: any number. */
  scores(text: string, circumstance?: string): Float32Array {
    const { weights, scales, bias } = this.parameters;
    const { rows, values } = this.vector(text, circumstance);
    const width = rowBytes(bias.length);
    // One more than there are classes, if these are odd.
    const scores = new Float32Array(2 * width);
    scores.set(bias);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const value = (values[at] as number) * (SCALES[scales[row] as number] as number);
      for (let pair = 0; pair < width; pair++) {
        const both = weights[row * width + pair] as number;
        const column = 2 * pair;
        scores[column] = (scores[column] as number) + (LEVELS[both & 15] as number) * value;
        scores[column + 1] = (scores[column + 1] as number) + (LEVELS[both >> 4] as number) * value;
      }
    }
    return scores.subarray(0, bias.length);
  }

  /** Returns the probability of each class by its name; 0 for other names. */
  distribution(text: string, circumstance?: string): (name: string) => number {
    const probabilities = this.probabilities(text, circumstance);
    return (name) => probabilities[this.#columns.get(name) ?? -1] ?? 0;
  }

  /** Returns the classes with their probabilities, the likeliest first. */
  ranked(text: string): { name: string; probability: number }[] {
    const probabilities = this.probabilities(text);
    return this.classes
      .map((name, column) => ({ name, probability: probabilities[column] ?? 0 }))
      .sort((one, other) => other.probability - one.probability);
  }
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
