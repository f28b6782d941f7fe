/** Examples as vectors over the features that they have. */
import { inverseFrequency } from '../../src/platform/learning/frequency.js';
import { type Bag, Bags } from './bags.js';

export interface Example {
  text: string;
  label: string;
  /** In which it is said. */
  circumstance?: string;
  /** How much the example counts; 1 by default. */
  weight?: number;
}

/** The examples as unit vectors, one behind the other. */
export interface Lessons {
  /** Where each begins, and at last, where all end. */
  starts: Int32Array;
  rows: Int32Array;
  values: Float32Array;
  /** The column of its class, by lesson. */
  wanted: Int32Array;
  weights: Float32Array;
}

export interface Prepared {
  classes: string[];
  /** The hash of each feature, by row: in the order in which they are met. */
  vocabulary: Int32Array;
  /** In how many examples each is. */
  counts: Int32Array;
  lessons: Lessons;
}

/**
 * @param shape also learn from how a text is put; see `addShape`.
 * @param least features of fewer texts are left out.
 */
export function prepare(
  examples: readonly Example[],
  { shape = false, least = 1 }: { shape?: boolean; least?: number },
): Prepared {
  const bags = new Bags();
  const read = examples.map(({ text, circumstance }) => bags.read(text, shape, circumstance));
  const rows = new Int32Array(bags.size).fill(-1);
  const kept: number[] = [];
  for (const { features } of read) {
    for (const feature of features) {
      if (rows[feature] !== -1 || bags.countOf(feature) < least) continue;
      rows[feature] = kept.push(feature) - 1;
    }
  }
  const counts = Int32Array.from(kept, (feature) => bags.countOf(feature));
  const classes = [...new Set(examples.map(({ label }) => label))];
  const columns = new Map(classes.map((label, column) => [label, column]));
  return {
    classes,
    vocabulary: Int32Array.from(kept, (feature) => bags.hashOf(feature)),
    counts,
    lessons: {
      ...vectorsOf(read, rows, counts),
      wanted: Int32Array.from(examples, ({ label }) => columns.get(label) as number),
      weights: Float32Array.from(examples, ({ weight = 1 }) => weight),
    },
  };
}

/** As `vectorOf` makes them when a model reads. @param rowOf the row of each feature, or -1. */
function vectorsOf(bags: readonly Bag[], rowOf: Int32Array, counts: Int32Array) {
  const idf = Float32Array.from(counts, (count) => inverseFrequency(bags.length, count));
  const size = counts.reduce((sum, count) => sum + count, 0);
  const starts = new Int32Array(bags.length + 1);
  const rows = new Int32Array(size);
  const values = new Float32Array(size);
  let end = 0;
  bags.forEach(({ features, weights }, at) => {
    const start = end;
    let squares = 0;
    for (let place = 0; place < features.length; place++) {
      const row = rowOf[features[place] as number] as number;
      if (row < 0) continue;
      const value = Math.sqrt(weights[place] as number) * (idf[row] as number);
      rows[end] = row;
      values[end] = value;
      squares += (values[end] as number) ** 2;
      end++;
    }
    const length = Math.sqrt(squares) || 1;
    for (let place = start; place < end; place++) values[place] = (values[place] as number) / length;
    starts[at + 1] = end;
  });
  return { starts, rows, values };
}
