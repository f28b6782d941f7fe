/** What the narratives of `content/narratives/` teach about the level of a new one. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { CLAUSES, type Clause, type Level, type Signal } from '../domain/assessment.js';
import { type Token, tokenize } from './tokens.js';

/** The class of what tells of no failure. */
export const NO_FAILURE = 'none';

/** How probable each level is, 0 to 1; what tells of no failure is `none`. They add up to one. */
export type Probabilities = Record<Level | typeof NO_FAILURE, number>;

/** As many words as one sees at a glance. */
const SPAN = 5;
const MOST_SPANS = 2;

/** What a narrative says to the model. */
export interface Opinion {
  probabilities: Probabilities;
  /** The most probable clause of each level. */
  clauses: Readonly<Record<Level, Clause>>;
}

/** Of what has no word in it: left to itself, the model would only say which level is the most frequent. */
const NO_OPINION: Opinion = {
  probabilities: { low: 0, medium: 0, high: 0, none: 1 },
  clauses: { low: CLAUSES.low[0], medium: CLAUSES.medium[0], high: CLAUSES.high[0] },
};

export class ImpactModel {
  /** @param clauses knows the clauses of the policy's definitions, and `none`. */
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

  /** The words that move the model most towards a clause of a level. */
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

/** The row of at most five words that pulls most; none where no word pulls at all. */
function strongestSpan(pulls: readonly number[]): Span | undefined {
  let best: (Span & { sum: number }) | undefined;
  for (let first = 0; first < pulls.length; first++) {
    let sum = 0;
    for (let last = first; last < Math.min(pulls.length, first + SPAN); last++) {
      sum += pulls[last] ?? 0;
      // Of two that pull alike, the one that begins later and ends sooner has no idle words.
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
