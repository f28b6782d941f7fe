/**
 * A classifier for texts with one hidden layer: it learns which words matter together. Each hidden unit is a column of a
 * `LinearModel`, which keeps the vocabulary and takes texts apart.
 */
import { LinearModel, softmax } from './linear-model.js';
import { type Output, unpack } from './packed-model.js';
import type { Reader } from './reader.js';

export class HiddenModel {
  /** @param units its classes are the hidden units. */
  private constructor(
    private readonly units: LinearModel,
    private readonly output: Output,
  ) {}

  /** @throws Error when the bytes are not a model of this version with a hidden layer. */
  static fromBytes(bytes: Buffer, reader: Reader): HiddenModel {
    const { parameters, output } = unpack(bytes);
    if (!output) throw new Error('a model without a hidden layer');
    return new HiddenModel(new LinearModel(parameters, reader), output);
  }

  /** Returns the probability of each class by its name; 0 for other names. */
  distribution(text: string): (name: string) => number {
    const { classes, bias, weights } = this.output;
    const scores = Float32Array.from(bias);
    this.units.scores(text).forEach((score, unit) => {
      const value = Math.tanh(score);
      weights[unit]?.forEach((weight, column) => {
        scores[column] = (scores[column] as number) + weight * value;
      });
    });
    const probabilities = softmax(scores);
    return (name) => probabilities[classes.indexOf(name)] ?? 0;
  }
}
