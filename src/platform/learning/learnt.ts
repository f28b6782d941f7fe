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

  /** A step in the rows of a text's features. @param slopes by column. */
  stepRows({ rows, values }: SparseVector, slopes: Float32Array): void {
    for (let at = 0; at < rows.length; at++) {
      const start = (rows[at] as number) * slopes.length;
      const value = values[at] as number;
      for (let column = 0; column < slopes.length; column++) {
        this.step(start + column, (slopes[column] as number) * value);
      }
    }
  }

  /** What a text's features say for each column, which begins with its bias. */
  sums({ rows, values }: SparseVector, bias: Float32Array): Float32Array {
    const sums = Float32Array.from(bias);
    for (let at = 0; at < rows.length; at++) {
      const start = (rows[at] as number) * sums.length;
      const value = values[at] as number;
      for (let column = 0; column < sums.length; column++) {
        sums[column] = (sums[column] as number) + (this.values[start + column] as number) * value;
      }
    }
    return sums;
  }
}
