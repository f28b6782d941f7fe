/** Which sections of the policy a question is about, and whether it is about the policy at all. */
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { SMALL_TALK, type SmallTalk } from '../../../platform/policy/knowledge.js';

export type Outcome = 'answer' | 'suggest' | 'abstain';

export interface Found {
  outcome: Outcome;
  /** Section ids, best first, at most five. */
  sections: string[];
  /** How probable the first section is, 0 to 1, among all that a message may be. */
  score: number;
  /** What kind of small talk it is, where it is most of all that. */
  smallTalk?: SmallTalk;
}

/** The classes of the model that are no sections begin with this. */
export const OUTSIDE = '~';
export const OFF_POLICY = `${OUTSIDE}off`;

const MOST = 5;
// Set on the content alone, each writer's phrasings left out in turn: see docs/answers.md.
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
