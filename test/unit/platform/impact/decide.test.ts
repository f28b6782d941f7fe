import assert from 'node:assert/strict';
import {
  type Care,
  type DiscountedSignal,
  higher,
  LEVELS,
  type Level,
  type ReviewReason,
} from '../../../../src/platform/impact/assessment.js';
import type { Evidence } from '../../../../src/platform/impact/concepts.js';
import { decideLevel } from '../../../../src/platform/impact/decide.js';
import type { Probabilities } from '../../../../src/platform/impact/impact-model.js';
import { CLEARLY, mostly, signalOf } from '../../../support/opinions.js';

const denied = (level: Level): DiscountedSignal => ({ ...signalOf(level), why: 'negated' });

interface Row {
  rules?: Level[];
  /** Those of the rules whose words the model believes; defaults to all. */
  believed?: Level[];
  cares?: Care[];
  /** Defaults to words that may be grave by themselves. */
  evidence?: Evidence;
  /** Defaults to true for a high level. */
  urgent?: boolean;
  discounted?: Level[];
  discrimination?: boolean;
  model: Probabilities;
  level: Level;
  reviews?: ReviewReason[];
  /** Defaults to the level. */
  candidate?: Level;
}

const TABLE: Record<string, Row> = {
  'only the model says low': { model: CLEARLY.low, level: 'low' },
  'only the model says medium': { model: CLEARLY.medium, level: 'medium' },
  'only the model says high': { model: CLEARLY.high, level: 'high' },
  'high is much less probable than low, beside a grave word': {
    model: mostly({ low: 0.6, high: 0.34 }),
    level: 'high',
  },
  'high is a little too improbable for its grave word': {
    model: mostly({ low: 0.6, high: 0.33 }),
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'high is probable enough for words that lean to it': {
    model: mostly({ low: 0.65, high: 0.31 }),
    evidence: 'leaning',
    level: 'high',
  },
  'high is too improbable for words that lean to it': {
    model: mostly({ low: 0.65, high: 0.3 }),
    evidence: 'leaning',
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'high is more probable than the rest, with nothing but ordinary words': {
    model: mostly({ low: 0.3, high: 0.69 }),
    evidence: 'ordinary',
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'high is very probable, with nothing but ordinary words': {
    model: mostly({ low: 0.3, high: 0.7 }),
    evidence: 'ordinary',
    level: 'high',
  },
  'words tell of self-harm': {
    cares: ['self-harm'],
    model: CLEARLY.low,
    level: 'low',
    reviews: ['unclear'],
    urgent: true,
  },
  'there is a child in a low story': { cares: ['child-at-risk'], model: CLEARLY.low, level: 'low' },
  'neither rules nor model find a failure': { model: CLEARLY.none, level: 'low', reviews: ['unclear'] },
  'both say low': { rules: ['low'], model: CLEARLY.low, level: 'low' },
  'both say medium': { rules: ['low', 'medium'], model: CLEARLY.medium, level: 'medium' },
  'both say high': { rules: ['medium', 'high', 'low'], model: CLEARLY.high, level: 'high' },
  'only the rules say low': { rules: ['low'], model: CLEARLY.none, level: 'low' },
  'only the rules say medium': {
    rules: ['medium'],
    model: CLEARLY.none,
    level: 'medium',
    reviews: ['disagreement'],
  },
  'the model is above the rules': { rules: ['low'], model: CLEARLY.high, level: 'high' },
  'the rules are above the model': {
    rules: ['medium'],
    model: CLEARLY.low,
    level: 'medium',
    reviews: ['disagreement'],
  },
  'the rules are far above the model': {
    rules: ['high'],
    model: CLEARLY.low,
    level: 'high',
    reviews: ['disagreement'],
  },
  'the model does not believe the words of the rules': {
    rules: ['high'],
    believed: [],
    model: CLEARLY.low,
    level: 'low',
    reviews: ['disagreement'],
    candidate: 'high',
  },
  'the model believes only the lesser words of the rules': {
    rules: ['high', 'medium'],
    believed: ['medium'],
    model: CLEARLY.medium,
    level: 'medium',
    reviews: ['disagreement'],
    candidate: 'high',
  },
  'a grave word is negated': {
    discounted: ['high'],
    model: CLEARLY.low,
    level: 'low',
    reviews: ['discounted'],
    candidate: 'high',
  },
  'a grave word is negated and a lesser one counts': {
    rules: ['medium'],
    discounted: ['high', 'low'],
    model: CLEARLY.medium,
    level: 'medium',
    reviews: ['discounted'],
    candidate: 'high',
  },
  'a grave word is negated and nothing else is found': {
    discounted: ['high'],
    model: CLEARLY.none,
    level: 'low',
    reviews: ['discounted', 'unclear'],
    candidate: 'high',
  },
  'a grave word is negated and only the model says high': {
    discounted: ['high'],
    model: CLEARLY.high,
    level: 'high',
    reviews: ['discounted'],
  },
  'a grave word is negated and another one counts': {
    rules: ['high'],
    discounted: ['high'],
    model: CLEARLY.high,
    level: 'high',
  },
  'a lesser word is negated': { discounted: ['medium'], model: CLEARLY.low, level: 'low' },
  'a lesser word is negated and nothing else is found': {
    discounted: ['medium'],
    model: CLEARLY.none,
    level: 'low',
    reviews: ['unclear'],
    candidate: 'medium',
  },
  'high is in question': {
    rules: ['low'],
    model: mostly({ low: 0.75, high: 0.08 }),
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'high is too improbable for a question, beside a grave word': {
    model: mostly({ low: 0.75, high: 0.07 }),
    level: 'low',
  },
  'high is too improbable for a question, with nothing but ordinary words': {
    model: mostly({ low: 0.75, high: 0.11 }),
    evidence: 'ordinary',
    level: 'low',
  },
  'high is in question with words that lean to it': {
    model: mostly({ low: 0.75, high: 0.08 }),
    evidence: 'leaning',
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'high is too improbable for a question, with words that lean to it': {
    model: mostly({ low: 0.75, high: 0.07 }),
    evidence: 'leaning',
    level: 'low',
  },
  'medium is probable enough': { model: mostly({ low: 0.72, medium: 0.22 }), level: 'medium' },
  'medium is not probable enough': { model: mostly({ low: 0.73, medium: 0.21 }), level: 'low' },
  'only the rules say medium, and the model half believes it': {
    rules: ['medium'],
    model: mostly({ low: 0.76, medium: 0.18 }),
    level: 'medium',
  },
  'there may be discrimination': {
    discrimination: true,
    model: CLEARLY.low,
    level: 'low',
    reviews: ['discrimination'],
  },
  'there may be discrimination in a high case': {
    rules: ['high'],
    discrimination: true,
    model: CLEARLY.high,
    level: 'high',
    reviews: ['discrimination'],
  },
  'all reasons for a review apply': {
    rules: ['medium'],
    discounted: ['high'],
    discrimination: true,
    model: mostly({ low: 0.75, high: 0.19 }),
    level: 'medium',
    reviews: ['disagreement', 'discounted', 'unclear', 'discrimination'],
    candidate: 'high',
  },
};

describe('combining rules and model', () => {
  for (const [when, row] of Object.entries(TABLE)) {
    const { rules = [], discounted = [], cares = [], discrimination = false } = row;
    const { model: probabilities, evidence = 'grave', level, reviews = [] } = row;
    it(`is ${[level, ...reviews].join(', ')} when ${when}`, () => {
      const reading = {
        signals: rules.map(signalOf),
        believed: (row.believed ?? rules).map(signalOf),
        discounted: discounted.map(denied),
        discrimination,
        cares,
      };
      assert.deepEqual(decideLevel(reading, { probabilities, evidence }), {
        level,
        reviews,
        candidate: row.candidate ?? level,
        urgent: row.urgent ?? level === 'high',
      });
    });
  }

  it('is not high by the whole where the model takes it for no failure', () => {
    const calm = { signals: [], believed: [], discounted: [], discrimination: false, cares: [] };
    const of = (high: number, none: number) => {
      const probabilities = { low: 0, medium: 0, high, none };
      const { level, candidate, reviews } = decideLevel(calm, { probabilities, evidence: 'grave' });
      return [level, candidate, ...reviews];
    };
    assert.deepEqual(of(0.4, 0.6), ['low', 'high', 'unclear']);
    assert.deepEqual(of(0.55, 0.45), ['high', 'high']);
  });

  it('counts a grave sentence of a long story, unless the whole speaks against it', () => {
    const calm = { signals: [], believed: [], discounted: [], discrimination: false, cares: [] };
    const of = (alone: number, whole: number) => {
      const passage = { probabilities: { ...CLEARLY.low, high: alone }, evidence: 'grave' as const };
      const probabilities = { ...CLEARLY.low, high: whole };
      return decideLevel(calm, { probabilities, evidence: 'grave', passages: [{ opinion: passage }] }).level;
    };
    assert.deepEqual([of(0.85, 0.04), of(0.85, 0.01), of(0.7, 0.04)], ['high', 'low', 'low']);
  });

  it('never goes below the rules, nor the candidate below the level', () => {
    for (const rule of LEVELS) {
      for (const model of LEVELS.map((one) => CLEARLY[one])) {
        const signals = [signalOf(rule)];
        const reading = { signals, believed: signals, discounted: [], discrimination: false, cares: [] };
        const { level, candidate } = decideLevel(reading, { probabilities: model, evidence: 'grave' });
        assert.equal(higher(level, rule), level);
        assert.equal(higher(candidate, level), candidate);
      }
    }
  });
});
