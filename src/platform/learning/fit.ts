/** Trains a `LinearModel`: softmax regression with AdaGrad. Deterministic. */
import { LinearModel, softmax } from './linear-model.js';
import { type Example, inTurn, type Lesson, prepare } from './prepare.js';

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
  const { lessons, classes, vocabulary, idf, reader } = prepare(examples, options);
  const state = {
    weights: new Float32Array(vocabulary.length * classes.length),
    squares: new Float32Array(vocabulary.length * classes.length).fill(FIRST_GRADIENT),
    bias: new Float32Array(classes.length),
  };
  for (const lesson of inTurn(lessons, options.epochs ?? 10)) step(state, lesson, options);
  const { weights, bias } = state;
  return LinearModel.fromTraining({ classes, vocabulary, idf, weights, bias }, reader);
}

interface State {
  weights: Float32Array;
  squares: Float32Array;
  bias: Float32Array;
}

function step(
  { weights, squares, bias }: State,
  { vector, wanted, weight }: Lesson,
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
