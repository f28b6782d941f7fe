/**
 * A classifier for texts with one hidden layer: it learns which words matter together. Each hidden unit is a column of a
 * `LinearModel`, which keeps the vocabulary and takes texts apart.
 */
import { LinearModel, softmax } from './linear-model.js';
import { lineOf } from './numbers.js';
import type { Reader } from './reader.js';

/** What is done with the values of the hidden units. */
export interface Output {
  classes: string[];
  bias: number[];
  /** By hidden unit, one weight for each class. */
  weights: number[][];
}

export class HiddenModel {
  /** @param units its classes are the hidden units. */
  constructor(
    private readonly units: LinearModel,
    private readonly output: Output,
  ) {}

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

  /** Serializes the model: a line of JSON, then the hidden units. */
  toBytes(): Buffer {
    return Buffer.concat([lineOf(this.output), this.units.toBytes()]);
  }

  static fromBytes(bytes: Buffer, reader: Reader): HiddenModel {
    const end = bytes.indexOf('\n') + 1;
    const output = JSON.parse(bytes.subarray(0, end).toString()) as Output;
    return new HiddenModel(LinearModel.fromBytes(bytes.subarray(end), reader), output);
  }
}
