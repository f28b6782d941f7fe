/** Finds the sections of the policy for a question, and decides whether to answer, suggest or abstain. */
import type { LinearModel } from '../learning/linear-model.js';
import { SMALL_TALK, type SmallTalk } from '../policy/knowledge.js';

export type Outcome = 'answer' | 'suggest' | 'abstain';

export interface Found {
  outcome: Outcome;
  /** Section ids, best first, at most seven. */
  sections: string[];
  /** The same with their probabilities among all classes of the model. */
  ranked: { id: string; probability: number }[];
  /** Probability of the first section, 0 to 1, among all classes of the model. */
  score: number;
  /** Probability that no section answers, 0 to 1. */
  strangeness: number;
  /** The likeliest kind of small talk. */
  smallTalk: SmallTalk;
}

/** Prefix of the model's classes that are not sections. */
export const OUTSIDE = '~';
export const OFF_POLICY = `${OUTSIDE}off`;

const MOST = 7;
// Tuned on the content alone, by cross-validation that leaves out one writer at a time: see docs/answers.md.
const ABSTAIN_FROM = 0.3;
const ANSWER_FROM = 0.4;

export class Search {
  constructor(private readonly model: LinearModel) {}

  find(question: string): Found {
    const ranked = this.model.ranked(question);
    const outside = ranked.filter(({ name }) => name.startsWith(OUTSIDE));
    const sections = ranked.filter(({ name }) => !name.startsWith(OUTSIDE)).slice(0, MOST);
    const strangeness = outside.reduce((sum, { probability }) => sum + probability, 0);
    const score = sections[0]?.probability ?? 0;
    const found = {
      sections: sections.map(({ name }) => name),
      ranked: sections.map(({ name, probability }) => ({ id: name, probability })),
      score,
      strangeness,
      smallTalk: outside.map(({ name }) => kindOf(name)).find((kind) => kind !== undefined) ?? 'other',
    };
    if (strangeness >= ABSTAIN_FROM) return { ...found, outcome: 'abstain' };
    return { ...found, outcome: score >= ANSWER_FROM ? 'answer' : 'suggest' };
  }
}

function kindOf(name: string): SmallTalk | undefined {
  return SMALL_TALK.find((kind) => name === OUTSIDE + kind);
}
