/** Weights while they are learnt, with AdaGrad: what often moves a weight moves it less and less. */
import type { SparseVector } from './linear-model.js';

const FIRST_SQUARE = 1e-2;

export class Learnt {
  /** Of the gradients so far, the sum by weight. */
  readonly #squares: Float32Array;

  constructor(
    readonly values: Float32Array,
    private readonly rate: number,
    private readonly l2: number,
  ) {
    this.#squares = new Float32Array(values.length).fill(FIRST_SQUARE);
  }

  step(at: number, slope: number): void {
    const gradient = slope + this.l2 * (this.values[at] as number);
    const square = (this.#squares[at] as number) + gradient * gradient;
    this.#squares[at] = square;
    this.values[at] = (this.values[at] as number) - (this.rate * gradient) / Math.sqrt(square);
  }

  /**
   * As `step`, for the rows of a text's features; written out, since training does it some billions of times.
   * @param slopes by column.
   */
  stepRows(vector: SparseVector, slopes: Float32Array): void {
    const { values, rate, l2 } = this;
    const squares = this.#squares;
    const width = slopes.length;
    for (let at = 0; at < vector.rows.length; at++) {
      const start = (vector.rows[at] as number) * width;
      const value = vector.values[at] as number;
      for (let column = 0; column < width; column++) {
        const place = start + column;
        const weight = values[place] as number;
        const gradient = (slopes[column] as number) * value + l2 * weight;
        const square = (squares[place] as number) + gradient * gradient;
        squares[place] = square;
        values[place] = weight - (rate * gradient) / Math.sqrt(square);
      }
    }
  }

  /** What a text's features say for each column, which begins with its bias. */
  sums(vector: SparseVector, bias: Float32Array): Float32Array {
    const { values } = this;
    const sums = Float32Array.from(bias);
    const width = sums.length;
    for (let at = 0; at < vector.rows.length; at++) {
      const start = (vector.rows[at] as number) * width;
      const value = vector.values[at] as number;
      for (let column = 0; column < width; column++) {
        sums[column] = (sums[column] as number) + (values[start + column] as number) * value;
      }
    }
    return sums;
  }
}
