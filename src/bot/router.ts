/** Which handler an activity is for. One table for verbs, one for what is written; no more than a look-up. */
import { fold } from '../platform/text/fold.js';
import type { Handler, Scope, TextRoute, VerbRoute } from '../turn.js';

export interface Match {
  name: string;
  scope: Scope;
  handle: Handler;
}

export interface RouterParts {
  verbs: readonly VerbRoute[];
  /** Tried in their order; the first whose `select` agrees is taken. */
  texts: readonly TextRoute[];
  /** For what no row of `texts` selects: a question. */
  otherwise: Match;
  /** For files that come in a message. */
  files: Match;
}

export class Router {
  readonly #verbs: Map<string, VerbRoute>;

  constructor(private readonly parts: RouterParts) {
    this.#verbs = new Map(parts.verbs.map((route) => [route.verb, route]));
    if (this.#verbs.size !== parts.verbs.length) throw new Error('a verb has two handlers');
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
    return this.parts.files;
  }

  forText(text: string): Match {
    const folded = fold(text);
    return this.parts.texts.find((route) => route.select(folded)) ?? this.parts.otherwise;
  }
}
