/** Predicts the level of a narrative, as learned from `ml/narratives/`. */
import type { HiddenModel } from '../learning/hidden-model.js';
import type { LinearModel } from '../learning/linear-model.js';
import { CLAUSES, type Clause, type Level } from './assessment.js';
import type { Concepts, Evidence, Marked } from './concepts.js';
import type { Reading } from './rules.js';
import { tokenize } from './tokens.js';

/** The class of texts that tell of no failure. */
export const NO_FAILURE = 'none';

/** The probability of each level and of `none` (no failure), 0 to 1. They add up to one. */
export type Probabilities = Record<Level | typeof NO_FAILURE, number>;

/** What the model says about a text. */
export interface Opinion {
  probabilities: Probabilities;
  /** The probability of a clause, 0 to 1. */
  probabilityOf: (clause: Clause) => number;
  /** The most probable clause of each level, with its probability. */
  clauses: Readonly<Record<Level, { rule: Clause; probability: number }>>;
  evidence: Evidence;
}

/** Nothing was told. */
const UNREADABLE = (name: string): number => (name === NO_FAILURE ? 1 : 0);
/** Shorter words say nothing by themselves, and longer ones are written without spaces: nobody knows them. */
const LETTERS = { least: 3, most: 25 };

export class ImpactModel {
  /**
   * @param clauses has as classes the clauses of the policy's definitions and `none`.
   * @param hidden has the same; it knows words that matter together, and is too sure of ordinary ones.
   */
  constructor(
    private readonly clauses: LinearModel,
    private readonly hidden: Pick<HiddenModel, 'distribution'>,
    private readonly concepts: Concepts,
  ) {}

  /** @param reading what the rules find in this text. */
  read(text: string, reading: Reading): Opinion {
    const marked = this.concepts.mark(text, reading);
    // For text without words that can be known, the model would return the most frequent level.
    const isReadable = tokenize(text).some(
      ({ word: { length } }) => length >= LETTERS.least && length <= LETTERS.most,
    );
    const of = isReadable ? this.#distribution(marked) : UNREADABLE;
    const sum = (level: Level) => CLAUSES[level].reduce((total, clause) => total + of(clause), 0);
    const most = (level: Level) =>
      CLAUSES[level]
        .map((rule: Clause) => ({ rule, probability: of(rule) }))
        .reduce((best, other) => (other.probability > best.probability ? other : best));
    return {
      probabilities: { low: sum('low'), medium: sum('medium'), high: sum('high'), none: of(NO_FAILURE) },
      probabilityOf: of,
      clauses: { low: most('low'), medium: most('medium'), high: most('high') },
      evidence: marked.evidence,
    };
  }

  #distribution({ text, evidence }: Marked): (name: string) => number {
    const linear = this.clauses.distribution(text);
    if (evidence === 'ordinary') return linear;
    const hidden = this.hidden.distribution(text);
    return (name) => (linear(name) + hidden(name)) / 2;
  }
}
