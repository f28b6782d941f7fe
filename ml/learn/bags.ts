/** The features of texts, numbered as they are met. */
import { addCircumstance } from '../../src/platform/learning/circumstance.js';
import { featuresOf, pairOf, type Word, wordOf } from '../../src/platform/learning/features.js';
import { addShape } from '../../src/platform/learning/shape.js';
import { fold, words } from '../../src/platform/text/fold.js';
import { Numbering } from './numbering.js';

/** The features of a text by number, as they were met, with their weights. */
export interface Bag {
  features: Int32Array;
  weights: Float64Array;
}

export class Bags {
  readonly #numbers = new Numbering();
  readonly #counts: number[] = [];
  /** Where each feature stands in the last text that has it. */
  readonly #places: number[] = [];
  /** Most words come again and again; taking one apart is slow. With numbers for hashes. */
  readonly #words = new Map<string, Word>();

  /** How many features there are. */
  get size(): number {
    return this.#numbers.size;
  }

  hashOf(feature: number): number {
    return this.#numbers.hashOf(feature);
  }

  /** In how many texts it is. */
  countOf(feature: number): number {
    return this.#counts[feature] as number;
  }

  read(text: string, shape: boolean, circumstance?: string): Bag {
    const features: number[] = [];
    const weights: number[] = [];
    const add = (feature: number, weight: number) => {
      const place = this.#places[feature] as number;
      if (features[place] === feature) {
        weights[place] = (weights[place] as number) + weight;
        return;
      }
      this.#places[feature] = features.length;
      this.#counts[feature] = (this.#counts[feature] ?? 0) + 1;
      features.push(feature);
      weights.push(weight);
    };
    const found = words(fold(text)).map((word) => this.#wordOf(word));
    featuresOf(found, add, this.#pair);
    const addHash = (hash: number, weight: number) => add(this.#numbers.of(hash), weight);
    if (shape) addShape(text, found, addHash);
    if (circumstance) addCircumstance(circumstance, found, addHash);
    return { features: Int32Array.from(features), weights: Float64Array.from(weights) };
  }

  readonly #pair = (word: Word, next: Word): number => this.#numbers.of(pairOf(word, next));

  #wordOf(word: string): Word {
    const met = this.#words.get(word) ?? this.#numbered(wordOf(word));
    this.#words.set(word, met);
    return met;
  }

  /** The same with numbers for hashes. */
  #numbered({ own, pieces, ...word }: Word): Word {
    return { ...word, own: this.#numbers.of(own), pieces: pieces.map((piece) => this.#numbers.of(piece)) };
  }
}
