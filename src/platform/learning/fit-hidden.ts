/** Trains a `HiddenModel`: a hidden layer of tanh units and softmax over them, with AdaGrad. Deterministic. */
import { HiddenModel } from './hidden-model.js';
import { Learnt } from './learnt.js';
import { LinearModel, softmax } from './linear-model.js';
import { type Example, inTurn, prepare, randomFrom } from './prepare.js';

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

export function trainHidden(
  examples: readonly Example[],
  { units, rate, l2, epochs, least }: HiddenOptions,
): HiddenModel {
  const { lessons, classes, vocabulary, idf, reader } = prepare(examples, { shape: true, least });
  const random = randomFrom(1);
  const width = classes.length;
  const drawn = (count: number) =>
    new Learnt(
      Float32Array.from({ length: count }, () => (random() - 0.5) * FIRST_WEIGHTS),
      rate,
      l2,
    );
  const zeros = (count: number) => new Learnt(new Float32Array(count), rate, 0);
  const inner = drawn(vocabulary.length * units);
  const outer = drawn(units * width);
  const innerBias = zeros(units);
  const outerBias = zeros(width);

  for (const { vector, wanted, weight } of inTurn(lessons, epochs, random)) {
    const hidden = inner.sums(vector, innerBias.values).map(Math.tanh);
    const scores = Float32Array.from(outerBias.values, (bias, column) =>
      hidden.reduce(
        (sum, value, unit) => sum + value * (outer.values[unit * width + column] as number),
        bias,
      ),
    );
    const errors = softmax(scores);
    errors[wanted] = (errors[wanted] as number) - 1;
    const slopes = hidden.map((value, unit) => {
      let slope = 0;
      for (let column = 0; column < width; column++) {
        const error = (errors[column] as number) * weight;
        slope += error * (outer.values[unit * width + column] as number);
        outer.step(unit * width + column, error * value);
      }
      return slope * (1 - value * value);
    });
    errors.forEach((error, column) => {
      outerBias.step(column, error * weight);
    });
    slopes.forEach((slope, unit) => {
      innerBias.step(unit, slope);
    });
    inner.stepRows(vector, slopes);
  }
  const trained = {
    classes: Array.from({ length: units }, (_, unit) => String(unit)),
    vocabulary,
    idf,
    weights: inner.values,
    bias: innerBias.values,
  };
  return new HiddenModel(LinearModel.fromTraining(trained, reader), {
    classes,
    bias: [...outerBias.values],
    weights: Array.from({ length: units }, (_, unit) => [
      ...outer.values.subarray(unit * width, (unit + 1) * width),
    ]),
  });
}
