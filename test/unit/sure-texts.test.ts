import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/commands.js';
import { loadAssess } from '../../src/platform/impact/load.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import * as sure from '../support/sure-texts.js';

/** The same words as others may write them, and among others. */
const written = (text: string) => [
  text,
  text.toUpperCase(),
  text.toLowerCase(),
  text.normalize('NFD').replace(/\p{M}/gu, ''),
  `Buenos días. ${text}`,
  `${text} Fue ayer en la tarde.`,
];
/** With one word less. */
const shortened = (text: string) => {
  const words = text.split(' ');
  return words.map((_, at) => words.toSpliced(at, 1).join(' '));
};
const SURE_FROM = 0.9;

describe('the texts of flows', () => {
  const assess = loadAssess();
  const understand = loadUnderstand(COMMANDS);
  const read = (text: string) => {
    const { level, reviews } = assess(text);
    return { level, isReviewed: reviews.length > 0 };
  };

  for (const [level, text] of [
    ['low', sure.LOW],
    ['low', sure.LOW_TOO],
    ['low', sure.LOW_SOMEWHERE],
    ['medium', sure.MEDIUM],
    ['high', sure.HIGH],
    ['high', sure.HIGH_BY_THE_BOSS],
    ['high', sure.HIGH_TO_A_CHILD],
  ] as const) {
    it(`are ${level} by far, also without any one word: ${text}`, () => {
      for (const one of [...written(text), ...shortened(text)]) {
        assert.deepEqual(read(one), { level, isReviewed: false }, one);
      }
    });
  }

  for (const text of [sure.UNCLEAR, sure.UNCLEAR_AND_PROTECTED]) {
    it(`are in review, however they are written: ${text}`, () => {
      for (const one of written(text)) assert.ok(assess(one).reviews.includes('discounted'), one);
    });
  }

  for (const [purpose, text, danger] of [
    ['policy', sure.QUESTION, undefined],
    ['away', sure.AWAY, undefined],
    ['emergency', sure.IN_DANGER, 'emergency'],
  ] as const) {
    it(`want one thing, and the model is sure of it: ${text}`, () => {
      for (const one of [text, text.toLowerCase(), `${text}, por favor`]) {
        const understood = understand(one, []);
        assert.deepEqual([understood.purpose, understood.danger], [purpose, danger], one);
        assert.ok(understood.confidence >= SURE_FROM, `${understood.confidence}: ${one}`);
      }
    });
  }

  it('tell of no danger where they only tell', () => {
    for (const text of [sure.LOW, sure.LOW_TOO, sure.LOW_SOMEWHERE, sure.DEED]) {
      for (const one of written(text)) assert.equal(understand(one, []).danger, undefined, one);
    }
  });
});
