/**
 * A linear classifier over text features: softmax regression on tf-idf vectors. Trained when the project is
 * built, stored as one file, and loaded in milliseconds.
 */
import { type Features, featuresOf } from './features.js';
import { Spelling } from './spelling.js';

const VERSION = 2;
const FLOAT_BYTES = 4;
/** Weights are kept in one byte each; it costs no accuracy that could be measured. */
const MOST = 127;

interface Parameters {
  classes: string[];
  /** Feature name → its row in `weights`. */
  vocabulary: Map<string, number>;
  idf: Float32Array;
  /** What the bytes of a row are to be multiplied by. */
  scales: Float32Array;
  /** A row for each feature, a column for each class. */
  weights: Int8Array;
  bias: Float32Array;
  spelling: Spelling;
}

/** What training makes. */
export interface TrainedParameters {
  classes: string[];
  vocabulary: Map<string, number>;
  idf: Float32Array;
  weights: Float32Array;
  bias: Float32Array;
  /** Words that a misspelt one may have been meant to be, the most frequent first. */
  words: string[];
}

/** A text as a unit vector over the vocabulary; what the model does not know is left out. */
export interface SparseVector {
  rows: Int32Array;
  values: Float32Array;
}

interface Head {
  version: number;
  classes: string[];
  vocabulary: string[];
  words: string[];
}

export class LinearModel {
  private constructor(private readonly parameters: Parameters) {}

  static fromTraining({ weights, words, ...trained }: TrainedParameters): LinearModel {
    return new LinearModel({
      ...trained,
      ...quantize(weights, trained.classes.length),
      spelling: new Spelling(words),
    });
  }

  get classes(): readonly string[] {
    return this.parameters.classes;
  }

  /** A text as the model sees it: a unit vector in which rare words weigh more. */
  vector(text: string): SparseVector {
    return vectorOf(featuresOf(this.parameters.spelling.extend(text)), this.parameters);
  }

  /** How probable each class is, in the order of `classes`. */
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

  /** How far each word by itself moves a text towards a class, measured against the other classes' mean. */
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

  /** The model as bytes: a line of JSON, then the numbers. */
  toBytes(): Buffer {
    const { classes, vocabulary, idf, scales, weights, bias, spelling } = this.parameters;
    const head: Head = {
      version: VERSION,
      classes,
      vocabulary: [...vocabulary.keys()],
      words: [...spelling.known],
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
    const { version, classes, vocabulary, words } = JSON.parse(bytes.subarray(0, end).toString()) as Head;
    if (version !== VERSION) throw new Error(`a model of version ${version} cannot be read`);
    const size = vocabulary.length;
    // A copy that begins at a multiple of four, as numbers must.
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

/** Weighed features, brought to length one. */
export function vectorOf(features: Features, known: Pick<Parameters, 'vocabulary' | 'idf'>): SparseVector {
  const { rows, values } = weigh(features, known);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { rows, values: values.map((value) => value / length) };
}

/** Square-root term frequency times inverse document frequency, of what the model knows. */
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
