/** Takes texts apart, for all models in the same way. */
import { type Features, featuresOf } from './features.js';
import { addShape } from './shape.js';
import type { Spelling } from './spelling.js';

export class Reader {
  #last: { text: string; features: Features } | undefined;

  constructor(private readonly spelling: Pick<Spelling, 'extend'>) {}

  /** Returns the features of a text as it is meant: misspelt words count as both, what was written and what was meant. */
  read(text: string): Features {
    // Several models look at the same text, one after another.
    if (this.#last?.text === text) return this.#last.features;
    const features = featuresOf(this.spelling.extend(text));
    addShape(features, text);
    this.#last = { text, features };
    return features;
  }
}
