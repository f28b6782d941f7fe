/** Writes a model as `src/platform/learning/packed-model.ts` reads it. fflate gives the same bytes on every machine. */
import { deflateSync } from 'fflate';
import {
  BEFORE_HASHES,
  type Head,
  NUMBER_BYTES,
  type Output,
  rowBytes,
  VERSION,
} from '../../src/platform/learning/packed-model.js';
import { inLevels } from './levels.js';

/** What is learnt, by feature in any order. */
export interface Trained {
  classes: string[];
  /** How many texts it was learnt from. */
  texts: number;
  /** The hash of each feature. */
  vocabulary: Int32Array;
  /** In how many texts each is. */
  counts: Int32Array;
  /** One row for each feature, one column for each class. */
  weights: Float32Array;
  bias: Float32Array;
  /** Of a hidden layer, whose units are the classes. */
  output?: Output;
}

export function pack({ classes, texts, vocabulary, counts, weights, bias, output }: Trained): Buffer {
  const width = classes.length;
  const order = vocabulary.map((_, feature) => feature);
  order.sort((one, other) => (vocabulary[one] as number) - (vocabulary[other] as number));
  const scales = new Uint8Array(order.length);
  const rows = new Uint8Array(order.length * rowBytes(width));
  const row = new Int8Array(2 * rowBytes(width));
  order.forEach((feature, place) => {
    scales[place] = inLevels(weights.subarray(feature * width, (feature + 1) * width), row);
    for (let pair = 0; pair < rowBytes(width); pair++) {
      rows[place * rowBytes(width) + pair] =
        ((row[2 * pair] as number) & 15) | ((row[2 * pair + 1] as number) << 4);
    }
  });
  const hashes = order.map((feature) => vocabulary[feature] as number);
  const streams = {
    hashes: numbers(hashes.map((hash, place) => hash - (hashes[place - 1] ?? BEFORE_HASHES))),
    counts: numbers(order.map((feature) => counts[feature] as number)),
    scales: deflated(scales),
    weights: deflated(rows),
  };
  const head: Head = {
    version: VERSION,
    classes,
    texts,
    features: order.length,
    bias: [...bias],
    streams: {
      hashes: streams.hashes.length,
      counts: streams.counts.length,
      scales: streams.scales.length,
      weights: streams.weights.length,
    },
    output,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...Object.values(streams)]);
}

/** Takes numbers of 32 bits apart by their bytes, since those of a kind are alike. */
function numbers(items: Int32Array): Uint8Array {
  const bytes = new Uint8Array(items.length * NUMBER_BYTES);
  items.forEach((item, at) => {
    for (let byte = 0; byte < NUMBER_BYTES; byte++) bytes[byte * items.length + at] = item >>> (8 * byte);
  });
  return deflated(bytes);
}

const deflated = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9, mem: 12 });
