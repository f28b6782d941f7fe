/** Weights while they are learnt, with AdaGrad: what often moves a weight moves it less and less. */
import { type Kernel, kernelOn } from './kernel.js';
import type { Lessons } from './prepare.js';

export const FIRST_SQUARE = 1e-2;
/** In bytes: of a number, of the four that the kernel works on at once, of a page of memory. */
const NUMBER = 4;
const BLOCK = 16;
const PAGE = 2 ** 16;

export interface Learning {
  /** The step size. */
  rate: number;
  /** The penalty for large weights. */
  l2: number;
}

/** The weights of all features, one row for each, and the lessons that move them. */
export class Learnt {
  /** What the weights say of a lesson, by column; then how far off each of them is. */
  readonly columns: Float32Array;
  readonly #kernel: Kernel;
  readonly #starts: Int32Array;
  /** In the memory of the kernel. */
  readonly #places: { rows: number; values: number; weights: number };
  /** The bytes of a row's weights. */
  readonly #width: number;
  readonly #table: Float32Array;

  /** @param first gives the weights with which they begin, row by row. */
  constructor(
    { starts, rows, values }: Lessons,
    private readonly size: { rows: number; columns: number },
    private readonly options: Learning,
    first = () => 0,
  ) {
    this.#starts = starts;
    this.#width = blocks(size.columns * NUMBER);
    const rowsAt = this.#width;
    const valuesAt = rowsAt + blocks(rows.byteLength);
    const weightsAt = valuesAt + blocks(values.byteLength);
    const tableBytes = size.rows * 2 * this.#width;
    const pages = Math.ceil((weightsAt + tableBytes) / PAGE);
    const memory = new WebAssembly.Memory({ initial: Math.max(1, pages) });
    this.#kernel = kernelOn(memory);
    this.#places = { rows: rowsAt, values: valuesAt, weights: weightsAt };
    this.columns = new Float32Array(memory.buffer, 0, size.columns);
    new Int32Array(memory.buffer, rowsAt, rows.length).set(rows);
    new Float32Array(memory.buffer, valuesAt, values.length).set(values);
    this.#table = new Float32Array(memory.buffer, weightsAt, tableBytes / NUMBER).fill(FIRST_SQUARE);
    for (let row = 0; row < size.rows; row++) {
      // What fills up a block stays zero: its slopes are.
      const [weights, padding] = this.#partsOf(row);
      padding.fill(0);
      weights.forEach((_, column) => {
        weights[column] = first();
      });
    }
  }

  /** Adds to `columns` what the weights say of a lesson. */
  sum(lesson: number): void {
    const { rows, values, weights } = this.#places;
    const start = (this.#starts[lesson] as number) * NUMBER;
    this.#kernel.sum(rows + start, values + start, this.#lengthOf(lesson), weights, this.#width, 0);
  }

  /** Moves the weights of a lesson's features against the slopes in `columns`. */
  step(lesson: number): void {
    const { rows, values, weights } = this.#places;
    const { rate, l2 } = this.options;
    const start = (this.#starts[lesson] as number) * NUMBER;
    this.#kernel.step(
      rows + start,
      values + start,
      this.#lengthOf(lesson),
      weights,
      this.#width,
      0,
      rate,
      l2,
    );
  }

  /** The weights, row by row. */
  weights(): Float32Array {
    const { rows, columns } = this.size;
    const weights = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) weights.set(this.#partsOf(row)[0], row * columns);
    return weights;
  }

  /** The weights of a row, and what fills up their last block. */
  #partsOf(row: number): [Float32Array, Float32Array] {
    const width = this.#width / NUMBER;
    const start = row * 2 * width;
    const { columns } = this.size;
    return [
      this.#table.subarray(start, start + columns),
      this.#table.subarray(start + columns, start + width),
    ];
  }

  #lengthOf(lesson: number): number {
    return (this.#starts[lesson + 1] as number) - (this.#starts[lesson] as number);
  }
}

const blocks = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK;
