/** The training examples and options of the impact models. */
import type { FitOptions } from '../../../platform/learning/fit.js';
import type { HiddenOptions } from '../../../platform/learning/fit-hidden.js';
import type { Example } from '../../../platform/learning/prepare.js';
import { readConcepts } from './concepts.js';
import { NO_FAILURE } from './impact-model.js';
import type { Narratives } from './narratives.js';
import { effortsLabel } from './proposals.js';
import { readRules } from './rules.js';

/** Chosen by cross-validation: fewer and longer texts need smaller weights. */
export const IMPACT_FIT: FitOptions = { rate: 0.2, l2: 1e-3, shape: true, epochs: 12, least: 2 };

/** The model with a hidden layer; also chosen by cross-validation. */
export const IMPACT_HIDDEN_FIT: HiddenOptions = { units: 16, rate: 0.1, l2: 1e-4, epochs: 8, least: 2 };

/** Life has more messages without a failure than the narratives; also chosen by cross-validation. */
const WEIGHT_OF_NONE = 1.5;

/** The examples of each impact model, by model name. */
export function impactExamples(
  { failures, none }: Narratives,
  rules = readRules(),
  concepts = readConcepts(),
) {
  const marked = (text: string) => concepts.mark(text, rules.read(text)).text;
  return {
    'impact-clause': [
      ...failures.map(({ text, rule }): Example => ({ text: marked(text), label: rule })),
      ...none.map((text): Example => ({ text: marked(text), label: NO_FAILURE, weight: WEIGHT_OF_NONE })),
    ],
    'impact-topic': failures.map(({ text, topic }) => ({ text, label: topic })),
    'impact-efforts': failures.map(({ text, efforts }) => ({ text, label: effortsLabel(efforts) })),
    'impact-touches': failures.flatMap(({ text, touches }) => touches.map((label) => ({ text, label }))),
  } satisfies Record<string, Example[]>;
}
