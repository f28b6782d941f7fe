/** The training examples and options of the impact models. */

import type { Care } from '../../src/platform/impact/assessment.js';
import { caresLabel } from '../../src/platform/impact/cares.js';
import { readConcepts } from '../../src/platform/impact/concepts.js';
import { NO_FAILURE } from '../../src/platform/impact/impact-model.js';
import { effortsLabel } from '../../src/platform/impact/proposals.js';
import { readRules } from '../../src/platform/impact/rules.js';
import type { HiddenOptions } from '../learn/fit-hidden.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';
import type { Narrative, Narratives } from './narratives.js';

/** Chosen by cross-validation: fewer and longer texts need smaller weights. */
export const IMPACT_FIT: FitOptions = { rate: 0.2, l2: 1e-3, shape: true, epochs: 12, least: 2 };

/** The model with a hidden layer; also chosen by cross-validation. */
export const IMPACT_HIDDEN_FIT: HiddenOptions = { units: 16, rate: 0.1, l2: 1e-4, epochs: 8, least: 2 };

/** Life has more messages without a failure than the narratives; also chosen by cross-validation. */
const WEIGHT_OF_NONE = 1.5;
/** The words that decide are also read by themselves, since a sentence of a long story is. */
const WEIGHT_OF_SPAN = 0.5;

/** A text as the models of impact read it; each is marked once. */
export function marker(rules = readRules(), concepts = readConcepts()): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const marked = known.get(text) ?? concepts.mark(text, rules.read(text)).text;
    known.set(text, marked);
    return marked;
  };
}

/** What the level is learnt from: the narratives as the models read them. It takes seconds to mark all. */
export function clauseExamples({ failures, none }: Narratives, marked = marker()): Example[] {
  return [
    ...failures.map(({ text, rule }) => ({ text: marked(text), label: rule })),
    ...failures.flatMap(({ span, rule }) =>
      span ? [{ text: marked(span), label: rule, weight: WEIGHT_OF_SPAN }] : [],
    ),
    ...none.map((text) => ({ text: marked(text), label: NO_FAILURE, weight: WEIGHT_OF_NONE })),
  ];
}

/** Of the marks that writers gave. */
const CARE_OF: Partial<Readonly<Record<Narrative['marks'][number], Care>>> = {
  sexual: 'sexual-violence',
  child: 'child-at-risk',
};
/** Such stories are few among all; what is not grave is no near miss of them. */
const WEIGHT_OF_CARE = 8;
const WEIGHT_OF_CALM = 0.2;

const WEIGHT_OF_ORDINARY = 2;

/**
 * Who needs protection is learnt from grave stories, and from all others that it is nobody.
 * @param ordinary failures that have the words of grave ones.
 */
export function careExamples(
  { failures, none }: Narratives,
  ordinary: readonly string[],
  marked = marker(),
): Example[] {
  const nobody = (texts: readonly string[], weight: number): Example[] =>
    texts.map((text) => ({ text: marked(text), label: caresLabel([]), weight }));
  const caresOf = ({ level, marks }: Narrative) =>
    level === 'high' ? marks.flatMap((mark) => CARE_OF[mark] ?? []) : [];
  return [
    ...failures.map((told) => {
      const label = caresLabel(caresOf(told));
      const weight = label !== '' ? WEIGHT_OF_CARE : told.level === 'high' ? 1 : WEIGHT_OF_CALM;
      return { text: marked(told.text), label, weight };
    }),
    ...nobody(none, WEIGHT_OF_CALM),
    ...nobody(ordinary, WEIGHT_OF_ORDINARY),
  ];
}

export const topicExamples = ({ failures }: Narratives): Example[] =>
  failures.map(({ text, topic }) => ({ text, label: topic }));

export const effortExamples = ({ failures }: Narratives): Example[] =>
  failures.map(({ text, efforts }) => ({ text, label: effortsLabel(efforts) }));

export const touchExamples = ({ failures }: Narratives): Example[] =>
  failures.flatMap(({ text, touches }) => touches.map((label) => ({ text, label })));
