/** Which handler an activity is for. One table for verbs, one for what is written; no more than a look-up. */
import { fold } from '../platform/text/fold.js';
import type { Handler, Scope, TextRoute, VerbRoute } from '../turn.js';

export interface Match {
  name: string;
  scope: Scope;
  handle: Handler;
}

export class Router {
  readonly #verbs: Map<string, VerbRoute>;

  /**
   * @param texts tried in their order; the first whose `select` agrees is taken.
   * @param otherwise for what no row of `texts` selects: a question.
   * @param files for files that come in a message.
   */
  constructor(
    verbs: readonly VerbRoute[],
    private readonly texts: readonly TextRoute[],
    private readonly otherwise: TextRoute,
    private readonly files: Match,
  ) {
    this.#verbs = new Map(verbs.map((route) => [route.verb, route]));
    if (this.#verbs.size !== verbs.length) throw new Error('a verb has two handlers');
  }

  /** The verbs that have a handler. */
  get verbs(): string[] {
    return [...this.#verbs.keys()];
  }

  forVerb(verb: string): Match | undefined {
    const route = this.#verbs.get(verb);
    return route && { name: route.verb, scope: route.scope, handle: route.handle };
  }

  forFiles(): Match {
    return this.files;
  }

  forText(text: string): Match {
    const folded = fold(text);
    return this.texts.find((route) => route.select(folded)) ?? this.otherwise;
  }
}
