/** Trains a `LinearModel`: softmax regression with AdaGrad. Deterministic. */
import { Learnt } from './learnt.js';
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

/** The model takes texts apart with the spelling of its own examples; one that is loaded, with that of all content. */
export function train(examples: readonly Example[], options = DEFAULT_FIT): LinearModel {
  const { lessons, classes, vocabulary, idf, reader } = prepare(examples, options);
  const { rate, l2, epochs = 10 } = options;
  const weights = new Learnt(new Float32Array(vocabulary.length * classes.length), rate, l2);
  const bias = new Float32Array(classes.length);
  for (const lesson of inTurn(lessons, epochs)) step(weights, bias, lesson);
  return LinearModel.fromTraining({ classes, vocabulary, idf, weights: weights.values, bias }, reader);
}

function step(weights: Learnt, bias: Float32Array, { vector, wanted, weight }: Lesson): void {
  const errors = softmax(weights.sums(vector, bias));
  errors[wanted] = (errors[wanted] as number) - 1;
  for (let column = 0; column < bias.length; column++) {
    errors[column] = (errors[column] as number) * weight;
    bias[column] = (bias[column] as number) - BIAS_RATE * (errors[column] as number);
  }
  weights.stepRows(vector, errors);
}
