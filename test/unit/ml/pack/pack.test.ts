import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { pack, type Trained } from '../../../../ml/pack/pack.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { HiddenModel } from '../../../../src/platform/learning/hidden-model.js';
import { LinearModel } from '../../../../src/platform/learning/linear-model.js';
import { LEVELS, SCALES, unpack } from '../../../../src/platform/learning/packed-model.js';
import { readerKnowing } from '../../../support/models.js';

/** An odd number of classes, and hashes that are not in order. */
const TRAINED: Trained = {
  classes: ['no', 'yes', 'perhaps'],
  texts: 300,
  vocabulary: Int32Array.of(2 ** 31 - 1, hashOf('w:esfuers'), -(2 ** 31), 0),
  counts: Int32Array.of(1, 2, 70_000, 299),
  weights: Float32Array.of(-2, 2, 0.5, 7, -6, 1, 0, 0, 0, 0.001, 0.0005, -0.001),
  bias: Float32Array.of(0.25, -1, 0.1),
};
const bytes = pack(TRAINED);
const end = bytes.indexOf('\n') + 1;
const head = JSON.parse(bytes.toString('utf8', 0, end));
/** The same with something else in its first line. */
const withHead = (other: object) =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, ...other })}\n`), bytes.subarray(end)]);

describe('a model in a file', () => {
  it('is read with its features in the order of their hashes', () => {
    const { parameters } = unpack(bytes);
    assert.deepEqual(
      [...parameters.vocabulary.hashes],
      [...TRAINED.vocabulary].sort((one, other) => one - other),
    );
    assert.deepEqual(parameters.classes, TRAINED.classes);
    assert.deepEqual(parameters.bias, TRAINED.bias);
    assert.ok(Math.abs((parameters.idf[2] ?? 0) - Math.log(1 + 300 / 299)) < 1e-5);
  });

  it('is read with its weights, each at the nearest level, and a row without any', () => {
    const { parameters } = unpack(bytes);
    [2, 1, 3, 0].forEach((feature, row) => {
      const weights = [...TRAINED.weights.subarray(feature * 3, feature * 3 + 3)];
      const scale = SCALES[parameters.scales[row] ?? 0] ?? 0;
      const pairs = [...parameters.weights.subarray(row * 2, row * 2 + 2)];
      const read = pairs.flatMap((pair) => [pair & 15, pair >> 4].map((bits) => (LEVELS[bits] ?? 0) * scale));
      const largest = Math.max(...weights.map(Math.abs));
      weights.forEach((weight, column) => {
        const found = read[column] ?? 0;
        assert.ok(Math.abs(weight - found) <= largest / 10, `${weight} was read as ${found}`);
        assert.ok(Math.sign(found) === Math.sign(weight) || found === 0);
      });
      assert.equal(read[3], 0);
    });
  });

  it('has the same bytes when it is written twice', () => assert.ok(pack(TRAINED).equals(bytes)));

  it('is read from any offset in memory', () => {
    for (const offset of [1, 2, 3]) {
      const moved = Buffer.concat([Buffer.alloc(offset), bytes]).subarray(offset);
      assert.deepEqual(unpack(moved), unpack(bytes));
    }
  });

  it('may be without features', () => {
    const none = { vocabulary: new Int32Array(), counts: new Int32Array(), weights: new Float32Array() };
    const model = LinearModel.fromBytes(pack({ ...TRAINED, ...none }), readerKnowing([]));
    assert.equal(model.probabilities('esfuerzo').length, 3);
  });

  it('mends the spelling with the words of its reader', () => {
    const first = (words: string[]) =>
      LinearModel.fromBytes(bytes, readerKnowing(words)).ranked('esfuezo')[0]?.name;
    assert.equal(first(['esfuerzo']), 'no');
    assert.equal(first([]), 'no');
    const sure = (words: string[]) =>
      LinearModel.fromBytes(bytes, readerKnowing(words)).distribution('esfuezo')('no');
    assert.ok(sure(['esfuerzo']) > sure([]));
  });

  it('has what is done with its hidden units, or is none with a hidden layer', () => {
    const output = {
      classes: ['a', 'b'],
      bias: [0, 1],
      weights: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    };
    const hidden = HiddenModel.fromBytes(pack({ ...TRAINED, output }), readerKnowing([]));
    assert.ok(hidden.distribution('nada')('b') > hidden.distribution('nada')('a'));
    assert.throws(() => HiddenModel.fromBytes(bytes, readerKnowing([])), /without a hidden layer/);
  });
});

describe('bytes that are no model', () => {
  for (const [what, wrong] of [
    ['no bytes', Buffer.alloc(0)],
    ['a line of something else', Buffer.from('hola\n')],
    ['only the first line', bytes.subarray(0, end)],
    ['a model that is cut off', bytes.subarray(0, bytes.length - 1)],
    ['a model with more behind it', Buffer.concat([bytes, Buffer.alloc(1)])],
    ['a model of another version', withHead({ version: head.version - 1 })],
    ['a model without one of its biases', withHead({ bias: [0, 0] })],
    ['a model with a bias that is no number', withHead({ bias: [0, 0, null] })],
    ['fewer features than its streams have', withHead({ features: 3 })],
    ['more features than its streams have', withHead({ features: 5 })],
    ['features without end', withHead({ features: 2 ** 40 })],
    [
      'more classes than its rows have',
      withHead({ classes: ['a', 'b', 'c', 'd', 'e'], bias: [0, 0, 0, 0, 0] }),
    ],
    ['streams of other lengths', withHead({ streams: { ...head.streams, hashes: head.streams.hashes - 1 } })],
    ['a length below zero', withHead({ streams: { ...head.streams, counts: -1 } })],
  ] as const) {
    it(`are refused: ${what}`, () => {
      assert.throws(() => unpack(wrong));
    });
  }

  it('are refused where a stream grows beyond what it says, before it is read', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const large = { ...head, streams: { ...head.streams, hashes: bomb.length } };
    const parts = [
      Buffer.from(`${JSON.stringify(large)}\n`),
      bomb,
      bytes.subarray(end + head.streams.hashes),
    ];
    assert.throws(() => unpack(Buffer.concat(parts)), { code: 'ERR_BUFFER_TOO_LARGE' });
  });

  it('are refused where hashes do not ascend', () => {
    const gaps = Buffer.alloc(16, 0xff);
    const stream = deflateRawSync(gaps);
    const other = { ...head, streams: { ...head.streams, hashes: stream.length } };
    const parts = [
      Buffer.from(`${JSON.stringify(other)}\n`),
      stream,
      bytes.subarray(end + head.streams.hashes),
    ];
    assert.throws(() => unpack(Buffer.concat(parts)), /ascending order/);
  });

  it('are refused where any byte of a stream is another, or what is read still is a model', () => {
    for (let at = end; at < bytes.length; at++) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0x55;
      try {
        const { parameters } = unpack(wrong);
        assert.equal(parameters.weights.length, 8);
      } catch (error) {
        assert.ok(error instanceof Error);
      }
    }
  });
});
