/** Few weights while they are learnt, with AdaGrad; those of features are `Learnt`. */
import { FIRST_SQUARE, type Learning } from './learnt.js';

export class Dense {
  readonly #squares: Float32Array;

  constructor(
    readonly values: Float32Array,
    private readonly options: Learning,
  ) {
    this.#squares = new Float32Array(values.length).fill(FIRST_SQUARE);
  }

  step(at: number, slope: number): void {
    const { rate, l2 } = this.options;
    const gradient = slope + l2 * (this.values[at] as number);
    const square = (this.#squares[at] as number) + gradient * gradient;
    this.#squares[at] = square;
    this.values[at] = (this.values[at] as number) - (rate * gradient) / Math.sqrt(square);
  }
}
