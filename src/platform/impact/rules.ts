/** Finds the words of a narrative that indicate a level. The rules are data: `content/impact-rules.yaml`. */
import { z } from 'zod';
import { ROOT } from '../root.js';
import { readYaml } from '../text/yaml-file.js';
import {
  ALL_CLAUSES,
  CARES,
  type Care,
  CLAUSES,
  type Clause,
  type DiscountedSignal,
  LEVELS,
  type Level,
  type Signal,
} from './assessment.js';
import { EFFORTS, type Effort } from './failure.js';
import { type Pattern, PatternIndex, parsePattern } from './patterns.js';
import { discountOf } from './scopes.js';
import { type Token, tokenize } from './tokens.js';

const FILE = `${ROOT}content/impact-rules.yaml`;

const pattern = z.string().transform((source, context): Pattern => {
  try {
    return parsePattern(source);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});
/** A list of patterns, as written in the files of content. */
export const patterns = z.array(pattern).min(1);
const file = z.strictObject({
  signals: z.partialRecord(z.enum(ALL_CLAUSES), patterns),
  hints: z.partialRecord(z.enum(ALL_CLAUSES), patterns).default({}),
  figurative: patterns,
  efforts: z.partialRecord(z.enum(EFFORTS), patterns).default({}),
  discrimination: patterns,
  care: z.partialRecord(z.enum(CARES), patterns),
});

/** What a match of a pattern means. */
type Purpose =
  | { kind: 'signal' | 'hint'; level: Level; rule: Clause }
  | { kind: 'figurative' }
  | { kind: 'discrimination' }
  | { kind: 'care'; care: Care };

export interface Reading {
  /** Signals that count, in text order. */
  signals: Signal[];
  /** Words that may be grave or may not. They decide nothing by themselves. */
  hints: Signal[];
  discounted: DiscountedSignal[];
  discrimination: boolean;
  cares: Care[];
}

export class Rules {
  constructor(
    private readonly patterns: PatternIndex<Purpose>,
    private readonly costs: PatternIndex<Effort>,
    /** The efforts that need a word of theirs to be proposed. */
    readonly effortsWithWords: readonly Effort[],
  ) {}

  /** The efforts that the words of a narrative tell, unless they are denied or supposed. */
  efforts(narrative: string): Effort[] {
    const tokens = tokenize(narrative);
    const told = this.costs
      .find(tokens)
      .filter(({ first, last }) => !discountOf(narrative, tokens, first, last));
    return EFFORTS.filter((effort) => told.some(({ of }) => of === effort));
  }

  read(narrative: string): Reading {
    const tokens = tokenize(narrative);
    const found = this.patterns.find(tokens);
    const figures = found.filter(({ of }) => of.kind === 'figurative');
    const counted: Signal[] = [];
    const hinting: Signal[] = [];
    const discounted: DiscountedSignal[] = [];
    const cares = new Set<Care>();
    for (const { of, first, last } of found) {
      if (of.kind === 'figurative' || of.kind === 'discrimination') continue;
      const why = figures.some((figure) => figure.first <= last && first <= figure.last)
        ? 'figurative'
        : discountOf(narrative, tokens, first, last);
      if (of.kind === 'care') {
        if (why !== 'negated' && why !== 'figurative') cares.add(of.care);
        continue;
      }
      const signal = { ...pieceOf(narrative, tokens, first, last), level: of.level, rule: of.rule };
      if (of.kind === 'hint') {
        if (!why) hinting.push(signal);
      } else if (why) discounted.push({ ...signal, why });
      else counted.push(signal);
    }
    const signals = strongest(counted);
    return {
      signals,
      hints: strongest(hinting).filter((one) => !signals.some((other) => overlap(one, other))),
      discounted: strongest(discounted).filter((one) => !signals.some((other) => overlap(one, other))),
      discrimination: found.some(({ of }) => of.kind === 'discrimination'),
      cares: CARES.filter((care) => cares.has(care)),
    };
  }
}

/** @throws ContentError naming the file and line of the mistake. */
export function readRules(path = FILE): Rules {
  const read = readYaml(path, 'content/impact-rules.yaml', file);
  const all = (list: readonly Pattern[] | undefined, of: Purpose) =>
    (list ?? []).map((each) => ({ pattern: each, of }));
  return new Rules(
    new PatternIndex<Purpose>([
      ...LEVELS.flatMap((level) =>
        CLAUSES[level].flatMap((rule: Clause) => [
          ...all(read.signals[rule], { kind: 'signal', level, rule }),
          ...all(read.hints[rule], { kind: 'hint', level, rule }),
        ]),
      ),
      ...all(read.figurative, { kind: 'figurative' }),
      ...all(read.discrimination, { kind: 'discrimination' }),
      ...CARES.flatMap((care) => all(read.care[care], { kind: 'care', care })),
    ]),
    new PatternIndex(EFFORTS.flatMap((of) => (read.efforts[of] ?? []).map((pattern) => ({ pattern, of })))),
    EFFORTS.filter((effort) => read.efforts[effort]),
  );
}

function pieceOf(text: string, tokens: readonly Token[], first: number, last: number) {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  return { text: text.slice(start, end), start, end };
}

/** In text order. Of overlapping signals, keeps the gravest, then the longest. */
function strongest<S extends Signal>(signals: readonly S[]): S[] {
  const byWeight = [...signals].sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.end - b.start - (a.end - a.start),
  );
  const kept: S[] = [];
  for (const signal of byWeight) {
    if (!kept.some((other) => overlap(signal, other))) kept.push(signal);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const overlap = (a: Signal, b: Signal) => a.start < b.end && b.start < a.end;
