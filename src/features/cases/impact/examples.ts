/** The training examples and options of the impact models. */
import type { Example, FitOptions } from '../../../platform/learning/fit.js';
import { NO_FAILURE } from './impact-model.js';
import type { Narratives } from './narratives.js';
import { effortsLabel } from './proposals.js';

/** Chosen by cross-validation: fewer and longer texts need smaller weights. */
export const IMPACT_FIT: FitOptions = { rate: 0.2, l2: 1e-3 };

/** The examples of each impact model, by model name. */
export function impactExamples({ failures, none }: Narratives) {
  return {
    'impact-clause': [
      ...failures.map(({ text, rule }) => ({ text, label: rule })),
      ...none.map((text) => ({ text, label: NO_FAILURE })),
    ],
    'impact-topic': failures.map(({ text, topic }) => ({ text, label: topic })),
    'impact-efforts': failures.map(({ text, efforts }) => ({ text, label: effortsLabel(efforts) })),
    'impact-touches': failures.flatMap(({ text, touches }) => touches.map((label) => ({ text, label }))),
  } satisfies Record<string, Example[]>;
}
