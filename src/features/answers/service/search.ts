/** Finds the sections of the policy for a question, and decides whether to answer, suggest or abstain. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { SMALL_TALK, type SmallTalk } from '../../../platform/policy/knowledge.js';

export type Outcome = 'answer' | 'suggest' | 'abstain';

export interface Found {
  outcome: Outcome;
  /** Section ids, best first, at most five. */
  sections: string[];
  /** Probability of the first section, 0 to 1, among all classes of the model. */
  score: number;
  /** The kind of small talk, if that is the likeliest class outside the policy. */
  smallTalk?: SmallTalk;
}

/** Prefix of the model's classes that are not sections. */
export const OUTSIDE = '~';
export const OFF_POLICY = `${OUTSIDE}off`;

const MOST = 5;
// Tuned on the content alone, by cross-validation that leaves out one writer at a time: see docs/answers.md.
const ABSTAIN_FROM = 0.3;
const ANSWER_FROM = 0.4;

export class Search {
  constructor(private readonly model: LinearModel) {}

  find(question: string): Found {
    const ranked = this.#ranked(question);
    const outside = ranked.filter(({ name }) => name.startsWith(OUTSIDE));
    const sections = ranked.filter(({ name }) => !name.startsWith(OUTSIDE)).slice(0, MOST);
    const strangeness = outside.reduce((sum, { probability }) => sum + probability, 0);
    const score = sections[0]?.probability ?? 0;
    const found = { sections: sections.map(({ name }) => name), score };
    if (strangeness >= ABSTAIN_FROM)
      return { ...found, outcome: 'abstain', smallTalk: kindOf(outside[0]?.name) };
    return { ...found, outcome: score >= ANSWER_FROM ? 'answer' : 'suggest' };
  }

  #ranked(question: string): { name: string; probability: number }[] {
    const probabilities = this.model.probabilities(question);
    return this.model.classes
      .map((name, at) => ({ name, probability: probabilities[at] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  }
}

function kindOf(name = ''): SmallTalk | undefined {
  return SMALL_TALK.find((kind) => name === OUTSIDE + kind);
}
