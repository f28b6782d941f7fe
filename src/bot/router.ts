/** Finds the handler of an activity. It only looks up two tables, one for verbs and one for texts. */
import { fold } from '../platform/text/fold.js';
import type { Handler, Scope, TextRoute, VerbRoute } from '../turn.js';

export interface Match {
  name: string;
  scope: Scope;
  handle: Handler;
}

export interface RouterParts {
  verbs: readonly VerbRoute[];
  /** Tried in order; the first match wins. */
  texts: readonly TextRoute[];
  /** Handles texts that match no row of `texts`: questions. */
  otherwise: Match;
  /** Handles the files of a message. */
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
