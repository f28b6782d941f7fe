/** Predicts the level of a narrative, as learned from `content/narratives/`. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { CLAUSES, type Clause, type Level, type Signal } from '../domain/assessment.js';
import { type Token, tokenize } from './tokens.js';

/** The class of texts that tell of no failure. */
export const NO_FAILURE = 'none';

/** The probability of each level and of `none` (no failure), 0 to 1. They add up to one. */
export type Probabilities = Record<Level | typeof NO_FAILURE, number>;

/** Maximum words per span: what a reader sees at a glance. */
const SPAN = 5;
const MOST_SPANS = 2;

/** What the model says about a narrative. */
export interface Opinion {
  probabilities: Probabilities;
  /** The most probable clause of each level. */
  clauses: Readonly<Record<Level, Clause>>;
}

/** For text without words. The model alone would only return the most frequent level. */
const NO_OPINION: Opinion = {
  probabilities: { low: 0, medium: 0, high: 0, none: 1 },
  clauses: { low: CLAUSES.low[0], medium: CLAUSES.medium[0], high: CLAUSES.high[0] },
};

export class ImpactModel {
  /** @param clauses has as classes the clauses of the policy's definitions and `none`. */
  constructor(private readonly clauses: LinearModel) {}

  read(narrative: string): Opinion {
    if (tokenize(narrative).length === 0) return NO_OPINION;
    const byClause = this.clauses.probabilities(narrative);
    const of = (name: string) => byClause[this.clauses.classes.indexOf(name)] ?? 0;
    const sum = (level: Level) => CLAUSES[level].reduce((total, clause) => total + of(clause), 0);
    const most = (level: Level) => [...CLAUSES[level]].sort((a, b) => of(b) - of(a))[0] as Clause;
    return {
      probabilities: { low: sum('low'), medium: sum('medium'), high: sum('high'), none: of(NO_FAILURE) },
      clauses: { low: most('low'), medium: most('medium'), high: most('high') },
    };
  }

  /** The words that pull the model most towards a clause. */
  signals(narrative: string, level: Level, rule: Clause): Signal[] {
    const tokens = tokenize(narrative);
    const pulls = this.clauses.pulls(
      tokens.map(({ word }) => word),
      rule,
    );
    const signals: Signal[] = [];
    for (let count = 0; count < MOST_SPANS; count++) {
      const span = strongestSpan(pulls);
      if (!span) break;
      signals.push({ ...pieceOf(narrative, tokens, span), level, rule });
      pulls.fill(Number.NEGATIVE_INFINITY, Math.max(0, span.first - 1), span.last + 2);
    }
    return signals.sort((a, b) => a.start - b.start);
  }
}

interface Span {
  first: number;
  last: number;
}

/** The span of up to five words with the strongest pull; undefined if no word pulls. */
function strongestSpan(pulls: readonly number[]): Span | undefined {
  let best: (Span & { sum: number }) | undefined;
  for (let first = 0; first < pulls.length; first++) {
    let sum = 0;
    for (let last = first; last < Math.min(pulls.length, first + SPAN); last++) {
      sum += pulls[last] ?? 0;
      // Between equal pulls, the span that begins later and ends sooner has no idle words.
      if (sum > 0 && sum >= (best?.sum ?? 0) && (pulls[last] ?? 0) > 0) best = { first, last, sum };
    }
  }
  return best;
}

function pieceOf(narrative: string, tokens: readonly Token[], { first, last }: Span) {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return { text: narrative.slice(start, end), start, end };
}
