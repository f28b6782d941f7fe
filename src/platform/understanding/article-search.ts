/** Finds the article that a text asks for. */
import type { LinearModel } from '../learning/linear-model.js';
import { OUTSIDE } from './search.js';

export interface FoundArticle {
  id: string;
  /** The product of both. */
  probability: number;
  /** That any is asked for, 0 to 1. */
  asked: number;
  /** That it is this one, if any, 0 to 1. */
  share: number;
}

// How they were chosen, and what they take and miss: docs/answers.md.
const ASKED_FROM = 0.5;
const WHICH_FROM = 0.25;

export class ArticleSearch {
  /**
   * @param kinds tells whether an article is asked for, and of what kind; its other classes begin with `OUTSIDE`.
   * @param articles tells which one, if any is.
   * @param comparison the article on the two things that a text compares by name.
   */
  constructor(
    private readonly kinds: LinearModel,
    private readonly articles: LinearModel,
    private readonly comparison: (text: string) => string | undefined = () => undefined,
  ) {}

  /** The likeliest article; undefined where the text does not ask for one, or for several as likely. */
  find(text: string): FoundArticle | undefined {
    const compared = this.comparison(text);
    if (compared) return { id: compared, probability: 1, asked: 1, share: 1 };
    const [best] = this.articles.ranked(text);
    return best && likely(best.name, this.#asked(text), best.probability);
  }

  /** Whether the text may ask for an article at all. */
  mayAsk(text: string): boolean {
    return this.#asked(text) >= ASKED_FROM;
  }

  /** Reads a text with the title of the article before: another one than that. */
  findAfter(text: string, before: { id: string; title: string }): FoundArticle | undefined {
    const ranked = this.articles.ranked(`${before.title} ${text}`);
    const same = ranked.find(({ name }) => name === before.id)?.probability ?? 0;
    const best = ranked.find(({ name }) => name !== before.id);
    return best && likely(best.name, this.#asked(text), best.probability / (1 - same));
  }

  #asked(text: string): number {
    const probabilities = this.kinds.probabilities(text);
    return this.kinds.classes.reduce(
      (sum, name, at) => (name.startsWith(OUTSIDE) ? sum : sum + (probabilities[at] ?? 0)),
      0,
    );
  }
}

function likely(id: string, asked: number, share: number): FoundArticle | undefined {
  if (asked < ASKED_FROM || share < WHICH_FROM) return undefined;
  return { id, probability: asked * share, asked, share };
}
