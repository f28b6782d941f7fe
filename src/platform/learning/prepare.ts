/** Examples as vectors over the features that they have, and the order in which a model learns from them. */
import { fold, words } from '../text/fold.js';
import { featuresOf, type Word, wordOf } from './features.js';
import { type SparseVector, vectorOf } from './linear-model.js';
import { Reader } from './reader.js';
import { addShape } from './shape.js';
import { knownWords, Spelling } from './spelling.js';

export interface Example {
  text: string;
  label: string;
  /** How much the example counts; 1 by default. */
  weight?: number;
}

export interface Prepared {
  classes: string[];
  /** The hash of each feature. */
  vocabulary: Int32Array;
  idf: Float32Array;
  lessons: Lesson[];
  /** Takes texts apart with the spelling of the examples. */
  reader: Reader;
}

export interface Lesson {
  vector: SparseVector;
  /** The index of the class. */
  wanted: number;
  weight: number;
}

/**
 * @param shape also learn from how a text is put; see `addShape`.
 * @param least features of fewer texts are left out.
 */
export function prepare(
  examples: readonly Example[],
  { shape = false, least = 1 }: { shape?: boolean; least?: number },
): Prepared {
  const known = new Map<string, Word>();
  const documents = examples.map(({ text }) => {
    const found = words(fold(text)).map((word) => wordIn(known, word));
    const features = featuresOf(found);
    if (shape) addShape(features, text, found);
    return features;
  });
  const counts = new Map<number, number>();
  for (const document of documents) {
    for (const name of document.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= least);
  const vocabulary = Int32Array.from(kept, ([name]) => name);
  const idf = Float32Array.from(kept, ([, count]) => Math.log(1 + examples.length / count));
  const rows = new Map(kept.map(([name], row) => [name, row]));
  const weighed = { vocabulary: { find: (name: number) => rows.get(name) ?? -1 }, idf };
  const classes = [...new Set(examples.map(({ label }) => label))];
  const columns = new Map(classes.map((label, column) => [label, column]));
  const lessons = examples.map(({ label, weight = 1 }, at) => ({
    vector: vectorOf(documents[at] ?? new Map(), weighed),
    wanted: columns.get(label) ?? 0,
    weight,
  }));
  const reader = new Reader(Spelling.of(knownWords(examples.map(({ text }) => text))));
  return { classes, vocabulary, idf, lessons, reader };
}

/** Most words come again and again; taking one apart is slow. */
function wordIn(known: Map<string, Word>, word: string): Word {
  const parts = known.get(word) ?? wordOf(word);
  known.set(word, parts);
  return parts;
}

/** Gives each lesson once an epoch, every time in another order. Deterministic. */
export function* inTurn(
  lessons: readonly Lesson[],
  epochs: number,
  random = randomFrom(1),
): Generator<Lesson> {
  const order = [...lessons];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    yield* order;
  }
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
}

/** Returns a deterministic generator of numbers from 0 to 1 (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
