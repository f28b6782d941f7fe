/**
 * A linear classifier for texts: softmax regression on tf-idf vectors. The build trains it and stores it as
 * one file, which loads in milliseconds.
 */
import { type Features, featuresOf } from './features.js';
import { shapeOf } from './shape.js';
import { Spelling } from './spelling.js';

const VERSION = 2;
const FLOAT_BYTES = 4;
/** Weights are stored in one byte each; this costs no measurable accuracy. */
const MOST = 127;

interface Parameters {
  classes: string[];
  /** Feature name → its row in `weights`. */
  vocabulary: Map<string, number>;
  idf: Float32Array;
  /** The factor for the bytes of each row. */
  scales: Float32Array;
  /** One row for each feature, one column for each class. */
  weights: Int8Array;
  bias: Float32Array;
  spelling: Spelling;
  /** The model also looks at how a text is put. */
  shape: boolean;
}

/** The result of training. */
export interface TrainedParameters {
  classes: string[];
  vocabulary: Map<string, number>;
  idf: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
  /** The candidates for misspelt words, the most frequent first. */
  words: string[];
  shape?: boolean;
}

/** A text as a unit vector over the vocabulary; unknown features are left out. */
export interface SparseVector {
  rows: Int32Array;
  values: Float32Array;
}

interface Head {
  version: number;
  classes: string[];
  vocabulary: string[];
  words: string[];
  shape?: boolean;
}

export class LinearModel {
  private constructor(private readonly parameters: Parameters) {}

  static fromTraining({ weights, words, shape = false, ...trained }: TrainedParameters): LinearModel {
    return new LinearModel({
      ...trained,
      shape,
      ...quantize(weights, trained.classes.length),
      spelling: new Spelling(words),
    });
  }

  get classes(): readonly string[] {
    return this.parameters.classes;
  }

  /** Returns a text as a unit vector in which rare words weigh more. */
  vector(text: string): SparseVector {
    const { spelling, shape } = this.parameters;
    const features = featuresOf(spelling.extend(text));
    return vectorOf(shape ? new Map([...features, ...shapeOf(text)]) : features, this.parameters);
  }

  /** Returns the probability of each class, in the order of `classes`. */
  probabilities(text: string): Float32Array {
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
    return softmax(scores);
  }

  /** Returns how far each word alone moves a text towards a class, relative to the mean of all classes. */
  pulls(words: readonly string[], label: string): number[] {
    const { classes, weights, scales } = this.parameters;
    const wanted = classes.indexOf(label);
    return words.map((word) => {
      const { rows, values } = weigh(featuresOf(word), this.parameters);
      let pull = 0;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        const own = weights.subarray(row * classes.length, (row + 1) * classes.length);
        const mean = own.reduce((sum, weight) => sum + weight, 0) / classes.length;
        pull += (values[at] as number) * (scales[row] as number) * ((own[wanted] ?? mean) - mean);
      }
      return pull;
    });
  }

  /** Serializes the model: a line of JSON, then the numbers. */
  toBytes(): Buffer {
    const { classes, vocabulary, idf, scales, weights, bias, spelling, shape } = this.parameters;
    const head: Head = {
      version: VERSION,
      classes,
      vocabulary: [...vocabulary.keys()],
      words: [...spelling.known],
      shape,
    };
    const line = Buffer.from(`${JSON.stringify(head)}\n`);
    const numbers = [idf, scales, bias, weights].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    return Buffer.concat([line, ...numbers]);
  }

  /** @throws Error when the bytes are not a model of this version. */
  static fromBytes(bytes: Buffer): LinearModel {
    const end = bytes.indexOf('\n') + 1;
    const {
      version,
      classes,
      vocabulary,
      words,
      shape = false,
    } = JSON.parse(bytes.subarray(0, end).toString()) as Head;
    if (version !== VERSION) throw new Error(`a model of version ${version} cannot be read`);
    const size = vocabulary.length;
    // A copy, so that it starts at a multiple of four, as a Float32Array requires.
    const numbers = bytes.buffer.slice(bytes.byteOffset + end, bytes.byteOffset + bytes.length);
    const floats = (from: number, count: number) => new Float32Array(numbers, from * FLOAT_BYTES, count);
    return new LinearModel({
      classes,
      vocabulary: new Map(vocabulary.map((name, row) => [name, row])),
      idf: floats(0, size),
      scales: floats(size, size),
      bias: floats(2 * size, classes.length),
      weights: new Int8Array(numbers, (2 * size + classes.length) * FLOAT_BYTES, size * classes.length),
      spelling: new Spelling(words),
      shape,
    });
  }
}

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

/** Weighs the features and scales them to length one. */
export function vectorOf(features: Features, known: Pick<Parameters, 'vocabulary' | 'idf'>): SparseVector {
  const { rows, values } = weigh(features, known);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { rows, values: values.map((value) => value / length) };
}

/** Weighs known features by the square root of the term frequency times the inverse document frequency. */
function weigh(
  features: Features,
  { vocabulary, idf }: Pick<Parameters, 'vocabulary' | 'idf'>,
): SparseVector {
  const rows: number[] = [];
  const values: number[] = [];
  for (const [name, weight] of features) {
    const row = vocabulary.get(name);
    if (row === undefined) continue;
    rows.push(row);
    values.push(Math.sqrt(weight) * (idf[row] ?? 0));
  }
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
}

export function softmax(scores: Float32Array): Float32Array {
  const most = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
