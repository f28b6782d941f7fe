/** The training examples and options of the impact models. */

import { readConcepts } from '../../src/platform/impact/concepts.js';
import { NO_FAILURE } from '../../src/platform/impact/impact-model.js';
import { effortsLabel } from '../../src/platform/impact/proposals.js';
import { readRules } from '../../src/platform/impact/rules.js';
import type { HiddenOptions } from '../learn/fit-hidden.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';
import type { Narratives } from './narratives.js';

/** Chosen by cross-validation: fewer and longer texts need smaller weights. */
export const IMPACT_FIT: FitOptions = { rate: 0.2, l2: 1e-3, shape: true, epochs: 12, least: 2 };

/** The model with a hidden layer; also chosen by cross-validation. */
export const IMPACT_HIDDEN_FIT: HiddenOptions = { units: 16, rate: 0.1, l2: 1e-4, epochs: 8, least: 2 };

/** Life has more messages without a failure than the narratives; also chosen by cross-validation. */
const WEIGHT_OF_NONE = 1.5;

/** What the level is learnt from: the narratives as the models read them. It takes seconds to mark all. */
export function clauseExamples(
  { failures, none }: Narratives,
  rules = readRules(),
  concepts = readConcepts(),
): Example[] {
  const marked = (text: string) => concepts.mark(text, rules.read(text)).text;
  return [
    ...failures.map(({ text, rule }) => ({ text: marked(text), label: rule })),
    ...none.map((text) => ({ text: marked(text), label: NO_FAILURE, weight: WEIGHT_OF_NONE })),
  ];
}

export const topicExamples = ({ failures }: Narratives): Example[] =>
  failures.map(({ text, topic }) => ({ text, label: topic }));

export const effortExamples = ({ failures }: Narratives): Example[] =>
  failures.map(({ text, efforts }) => ({ text, label: effortsLabel(efforts) }));

export const touchExamples = ({ failures }: Narratives): Example[] =>
  failures.flatMap(({ text, touches }) => touches.map((label) => ({ text, label })));
