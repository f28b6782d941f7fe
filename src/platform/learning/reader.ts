/** Takes texts apart, for all models in the same way. */
import { fold, words } from '../text/fold.js';
import { addCircumstance } from './circumstance.js';
import { type Features, featuresOf, type Word, wordOf } from './features.js';
import { addShape } from './shape.js';
import type { Spelling } from './spelling.js';

export class Reader {
  /** Words of the content as they are taken apart, once they are met. What else people write is not kept. */
  readonly #met = new Map<string, Word>();
  #last: { text: string; circumstance: string | undefined; features: Features } | undefined;

  constructor(private readonly spelling: Pick<Spelling, 'knows' | 'meant'>) {}

  /**
   * Returns the features of a text as it is meant: misspelt words count as both, what was written and what was meant.
   * @param circumstance in which it is said, for models that learn from it.
   */
  read(text: string, circumstance?: string): Features {
    // Several models look at the same text, one after another.
    if (this.#last?.text === text && this.#last.circumstance === circumstance) return this.#last.features;
    const written = words(fold(text)).map((word) => ({ word, parts: this.#wordOf(word) }));
    const meant: Word[] = [];
    for (const { word, parts } of written) {
      meant.push(parts);
      const intended = this.#met.has(word) ? undefined : this.spelling.meant(word, parts.sound);
      if (intended !== undefined) meant.push(this.#wordOf(intended));
    }
    const features: Features = new Map();
    const add = (feature: number, weight: number) =>
      features.set(feature, (features.get(feature) ?? 0) + weight);
    featuresOf(meant, add);
    addShape(
      text,
      written.map(({ parts }) => parts),
      add,
    );
    if (circumstance) addCircumstance(circumstance, meant, add);
    this.#last = { text, circumstance, features };
    return features;
  }

  #wordOf(word: string): Word {
    const met = this.#met.get(word);
    if (met) return met;
    const parts = wordOf(word);
    if (this.spelling.knows(word, parts.sound)) this.#met.set(word, parts);
    return parts;
  }
}
