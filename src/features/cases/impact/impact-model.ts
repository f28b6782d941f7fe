/** Predicts the level of a narrative, as learned from `content/narratives/`. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { CLAUSES, type Clause, type Level } from '../domain/assessment.js';
import type { Concepts, Evidence } from './concepts.js';
import type { Reading } from './rules.js';
import { tokenize } from './tokens.js';

/** The class of texts that tell of no failure. */
export const NO_FAILURE = 'none';

/** The probability of each level and of `none` (no failure), 0 to 1. They add up to one. */
export type Probabilities = Record<Level | typeof NO_FAILURE, number>;

/** What the model says about a text. */
export interface Opinion {
  probabilities: Probabilities;
  /** The most probable clause of each level, with its probability. */
  clauses: Readonly<Record<Level, { rule: Clause; probability: number }>>;
  evidence: Evidence;
}

/** Nothing was told. */
const UNREADABLE = (name: string): number => (name === NO_FAILURE ? 1 : 0);
/** Shorter words say nothing by themselves. */
const LEAST_LETTERS = 3;

export class ImpactModel {
  /** @param clauses has as classes the clauses of the policy's definitions and `none`. */
  constructor(
    private readonly clauses: LinearModel,
    private readonly concepts: Concepts,
  ) {}

  /** @param reading what the rules find in this text. */
  read(text: string, reading: Reading): Opinion {
    const marked = this.concepts.mark(text, reading);
    // For text without words, or with single letters only, the model would return the most frequent level.
    const isReadable = tokenize(text).some(({ word }) => word.length >= LEAST_LETTERS);
    const of = isReadable ? this.clauses.distribution(marked.text) : UNREADABLE;
    const sum = (level: Level) => CLAUSES[level].reduce((total, clause) => total + of(clause), 0);
    const most = (level: Level) =>
      CLAUSES[level]
        .map((rule: Clause) => ({ rule, probability: of(rule) }))
        .reduce((best, other) => (other.probability > best.probability ? other : best));
    return {
      probabilities: { low: sum('low'), medium: sum('medium'), high: sum('high'), none: of(NO_FAILURE) },
      clauses: { low: most('low'), medium: most('medium'), high: most('high') },
      evidence: marked.evidence,
    };
  }
}
