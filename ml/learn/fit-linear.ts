/** Trains a linear model: softmax regression with AdaGrad. Deterministic. */
import type { Trained } from '../pack/pack.js';
import { softmaxed } from './arithmetic.js';
import { Learnt } from './learnt.js';
import { inTurn, type Tell } from './order.js';
import { type Example, prepare } from './prepare.js';

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

export function fitLinear(
  examples: readonly Example[],
  options = DEFAULT_FIT,
  tell: Tell = () => {},
): Trained {
  const { lessons, classes, vocabulary, counts } = prepare(examples, options);
  const { rate, l2, epochs = 10 } = options;
  const size = { rows: vocabulary.length, columns: classes.length };
  const learnt = new Learnt(lessons, size, { rate, l2 });
  const { columns } = learnt;
  const bias = new Float32Array(classes.length);
  inTurn(examples.length, epochs, tell, (lesson) => {
    columns.set(bias);
    learnt.sum(lesson);
    softmaxed(columns);
    const wanted = lessons.wanted[lesson] as number;
    columns[wanted] = (columns[wanted] as number) - 1;
    const weight = lessons.weights[lesson] as number;
    for (let column = 0; column < bias.length; column++) {
      columns[column] = (columns[column] as number) * weight;
      bias[column] = (bias[column] as number) - BIAS_RATE * (columns[column] as number);
    }
    learnt.step(lesson);
  });
  return { classes, texts: examples.length, vocabulary, counts, weights: learnt.weights(), bias };
}
