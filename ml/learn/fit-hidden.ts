/** Trains a model with a hidden layer of tanh units and softmax over them, with AdaGrad. Deterministic. */
import type { Trained } from '../pack/pack.js';
import { softmaxed, tanh } from './arithmetic.js';
import { Dense } from './dense.js';
import { Learnt } from './learnt.js';
import { inTurn, randomFrom, type Tell } from './order.js';
import { type Example, prepare } from './prepare.js';

export interface HiddenOptions {
  /** The number of hidden units. */
  units: number;
  rate: number;
  l2: number;
  epochs: number;
  /** Features of fewer texts are left out. */
  least: number;
}

/** The weights begin within half of this, on either side of zero; equal units would learn the same. */
const FIRST_WEIGHTS = 0.5;

export function fitHidden(
  examples: readonly Example[],
  { units, rate, l2, epochs, least }: HiddenOptions,
  tell: Tell = () => {},
): Trained {
  const { lessons, classes, vocabulary, counts } = prepare(examples, { shape: true, least });
  const random = randomFrom(1);
  const first = () => (random() - 0.5) * FIRST_WEIGHTS;
  const inner = new Learnt(lessons, { rows: vocabulary.length, columns: units }, { rate, l2 }, first);
  const output = new Output({ units, classes: classes.length }, { rate, l2 }, first);
  const innerBias = new Dense(new Float32Array(units), { rate, l2: 0 });
  const { columns } = inner;
  const learn = (lesson: number) => {
    columns.set(innerBias.values);
    inner.sum(lesson);
    output.learn(columns, lessons.wanted[lesson] as number, lessons.weights[lesson] as number);
    columns.forEach((slope, unit) => {
      innerBias.step(unit, slope);
    });
    inner.step(lesson);
  };
  inTurn(examples.length, epochs, tell, learn, random);
  return {
    classes: Array.from({ length: units }, (_, unit) => String(unit)),
    texts: examples.length,
    vocabulary,
    counts,
    weights: inner.weights(),
    bias: innerBias.values,
    output: { classes, ...output.toRows() },
  };
}

/** The layer behind the hidden units. */
class Output {
  /** By hidden unit, one for each class. */
  readonly #weights: Dense;
  readonly #bias: Dense;
  readonly #values: Float32Array;
  readonly #errors: Float32Array;

  constructor(
    size: { units: number; classes: number },
    options: { rate: number; l2: number },
    first: () => number,
  ) {
    this.#weights = new Dense(Float32Array.from({ length: size.units * size.classes }, first), options);
    this.#bias = new Dense(new Float32Array(size.classes), { ...options, l2: 0 });
    this.#values = new Float32Array(size.units);
    this.#errors = new Float32Array(size.classes);
  }

  /** @param columns what speaks for each unit; then the slope of each. */
  learn(columns: Float32Array, wanted: number, weight: number): void {
    for (let unit = 0; unit < columns.length; unit++) this.#values[unit] = tanh(columns[unit] as number);
    const errors = this.#probabilities();
    errors[wanted] = (errors[wanted] as number) - 1;
    for (let column = 0; column < errors.length; column++)
      errors[column] = (errors[column] as number) * weight;
    for (let unit = 0; unit < columns.length; unit++) {
      const value = this.#values[unit] as number;
      let slope = 0;
      for (let column = 0; column < errors.length; column++) {
        const error = errors[column] as number;
        const at = unit * errors.length + column;
        slope += error * (this.#weights.values[at] as number);
        this.#weights.step(at, error * value);
      }
      columns[unit] = slope * (1 - value * value);
    }
    for (let column = 0; column < errors.length; column++) this.#bias.step(column, errors[column] as number);
  }

  toRows(): { bias: number[]; weights: number[][] } {
    const width = this.#errors.length;
    return {
      bias: [...this.#bias.values],
      weights: Array.from(this.#values, (_, unit) => [
        ...this.#weights.values.subarray(unit * width, (unit + 1) * width),
      ]),
    };
  }

  #probabilities(): Float32Array {
    const scores = this.#errors;
    const width = scores.length;
    for (let column = 0; column < width; column++) {
      let score = this.#bias.values[column] as number;
      for (let unit = 0; unit < this.#values.length; unit++) {
        score += (this.#values[unit] as number) * (this.#weights.values[unit * width + column] as number);
      }
      scores[column] = score;
    }
    return softmaxed(scores);
  }
}
