import MiniSearch from 'minisearch';
import type { Policy, Section } from './content.js';
import { terms } from './spanish.js';

export type Outcome = 'answer' | 'suggest' | 'abstain';

export interface Found {
  outcome: Outcome;
  /** Section ids, best first, at most five. */
  sections: string[];
  score: number;
}

/** What else a section is found by, beside its own words. */
export interface Hints {
  keywords: string[];
  phrasings: string[];
}

interface Document {
  id: string;
  title: string;
  body: string;
  hints: string;
}

const MOST = 5;
// Scores below the first are no answer at all; between the two, or near the runner-up, a choice is offered.
const ABSTAIN_BELOW = 9;
const ANSWER_FROM = 18;
const CLEAR_LEAD = 1.25;

/** Finds the sections that a question is about. */
export class Search {
  readonly #index: MiniSearch<Document>;

  constructor(policy: Policy, hintsOf: (section: Section) => Hints) {
    this.#index = new MiniSearch<Document>({
      fields: ['title', 'body', 'hints'],
      tokenize: terms,
      processTerm: (term) => term,
      searchOptions: {
        boost: { title: 3, body: 1.5 },
        prefix: (term) => term.length > 4,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      },
    });
    this.#index.addAll(
      policy.sections.map((section) => {
        const hints = hintsOf(section);
        return {
          id: section.id,
          title: section.title,
          body: [...section.official, ...section.facts].join(' '),
          hints: [...hints.keywords, ...hints.phrasings].join(' '),
        };
      }),
    );
  }

  find(question: string): Found {
    const results = this.#index.search(question).slice(0, MOST);
    const sections = results.map((result) => String(result.id));
    const score = results[0]?.score ?? 0;
    return { outcome: outcomeOf(score, results[1]?.score ?? 0), sections, score };
  }
}

function outcomeOf(score: number, runnerUp: number): Outcome {
  if (score < ABSTAIN_BELOW) return 'abstain';
  return score >= ANSWER_FROM && score >= CLEAR_LEAD * runnerUp ? 'answer' : 'suggest';
}
