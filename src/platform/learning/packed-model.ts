/**
 * How a model is kept in a file: a line of JSON, then four streams, each deflated. Features stand in ascending order of their
 * hashes. `ml/pack/` writes it.
 */
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { inverseFrequency } from './frequency.js';
import { HashIndex } from './hash.js';

export const VERSION = 5;
/** Before the first hash. */
export const BEFORE_HASHES = -(2 ** 31);
/** Numbers in a stream are taken apart: all first bytes, all second ones… */
export const NUMBER_BYTES = 4;
const MOST_FEATURES = 2 ** 24;
/** Most features are in fewer texts; the logarithm of each number is taken once. */
const MOST_FEW = 1024;

const length = z.int().nonnegative();
const headOf = z.object({
  version: z.literal(VERSION),
  classes: z.array(z.string()),
  /** How many texts the model has learnt from. */
  texts: length,
  features: length.max(MOST_FEATURES),
  bias: z.array(z.number()),
  /** Of each stream, its bytes. */
  streams: z.strictObject({
    /** From each hash to the next. */
    hashes: length,
    /** In how many texts each feature is. */
    counts: length,
    /** The place of each feature's scale in `SCALES`. */
    scales: length,
    /** One row for each feature, two weights in a byte, the first in its lower half: places in `LEVELS`. */
    weights: length,
  }),
  /** Of a model whose classes are hidden units. */
  output: z
    .strictObject({
      classes: z.array(z.string()),
      bias: z.array(z.number()),
      /** By hidden unit, one weight for each class. */
      weights: z.array(z.array(z.number())),
    })
    .optional(),
});
export type Head = z.output<typeof headOf>;
export type Output = NonNullable<Head['output']>;

export interface Parameters {
  classes: readonly string[];
  /** The row of each feature in `weights`. */
  vocabulary: HashIndex;
  idf: Float32Array;
  scales: Uint8Array;
  weights: Uint8Array;
  bias: Float32Array;
}

/** The eighth root of two; products of it are the same on every machine, as powers need not be. */
const FINENESS = 1.0905077326652577;
/** The factor for a row of weights, from 2⁻¹⁶ to 2¹⁶. */
export const SCALES = Float64Array.from({ length: 256 }, () => 2 ** -16);
for (let place = 1; place < SCALES.length; place++) SCALES[place] = (SCALES[place - 1] as number) * FINENESS;

/**
 * The 15 weights that there are, by the four bits of a number from −7 to 7. They lie closer around zero, since a row has many
 * small weights beside few large ones.
 */
export const LEVELS = Float64Array.from({ length: 16 }, (_, bits) => {
  const number = bits < 8 ? bits : bits - 16;
  return number * Math.sqrt(Math.sqrt(Math.abs(number)));
});

/** The bytes of a row of so many weights. */
export const rowBytes = (width: number): number => Math.ceil(width / 2);

/** @throws Error when the bytes are not a model of this version. */
export function unpack(bytes: Buffer): { parameters: Parameters; output: Output | undefined } {
  const end = bytes.indexOf('\n') + 1;
  const head = headOf.parse(JSON.parse(bytes.toString('utf8', 0, end)));
  const { classes, texts, features, bias, streams, output } = head;
  if (bias.length !== classes.length) throw new Error('a model without a bias for each class');
  let at = end;
  const next = (packed: number, size: number): Buffer => {
    at += packed;
    return inflated(bytes.subarray(at - packed, at), size);
  };
  const hashes = hashesOf(numbersOf(next(streams.hashes, features * NUMBER_BYTES)));
  const counts = numbersOf(next(streams.counts, features * NUMBER_BYTES));
  const scales = next(streams.scales, features);
  const weights = next(streams.weights, features * rowBytes(classes.length));
  if (at !== bytes.length) throw new Error('a model of another length than it says');
  const parameters = {
    classes,
    vocabulary: new HashIndex(hashes),
    idf: frequenciesOf(counts, texts),
    scales,
    weights,
    bias: Float32Array.from(bias),
  };
  return { parameters, output };
}

function inflated(packed: Buffer, size: number): Buffer {
  const room = Math.max(64, size + 1);
  const bytes = inflateRawSync(packed, { maxOutputLength: room, chunkSize: room });
  if (bytes.length !== size) throw new Error('a model with a stream of another length than it says');
  return bytes;
}

/** In the loops below a function would be made for each of a million numbers. */
function numbersOf(bytes: Buffer): Uint32Array {
  const size = bytes.length / NUMBER_BYTES;
  const [first, second, third, fourth] = [0, 1, 2, 3].map((byte) =>
    bytes.subarray(byte * size, (byte + 1) * size),
  ) as [Buffer, Buffer, Buffer, Buffer];
  const numbers = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const lower = (first[at] as number) | ((second[at] as number) << 8);
    numbers[at] = lower | ((third[at] as number) << 16) | ((fourth[at] as number) << 24);
  }
  return numbers;
}

function frequenciesOf(counts: Uint32Array, texts: number): Float32Array {
  const ofFew = Float32Array.from({ length: MOST_FEW }, (_, count) => inverseFrequency(texts, count));
  const idf = new Float32Array(counts.length);
  for (let at = 0; at < idf.length; at++) {
    const count = counts[at] as number;
    idf[at] = count < MOST_FEW ? (ofFew[count] as number) : inverseFrequency(texts, count);
  }
  return idf;
}

function hashesOf(gaps: Uint32Array): Int32Array {
  const hashes = new Int32Array(gaps.length);
  let hash = BEFORE_HASHES;
  for (let at = 0; at < gaps.length; at++) {
    hash += gaps[at] as number;
    hashes[at] = hash;
  }
  if (hash >= 2 ** 31) throw new Error('a model whose hashes are not in ascending order');
  return hashes;
}
