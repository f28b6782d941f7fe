/** Finds the handler of an activity. It only looks up two tables: one by verb, one by what a text is for. */
import { PURPOSES, type Purpose } from '../platform/understanding/intents.js';
import type { Handler, Scope, TextRoute, VerbRoute } from '../turn.js';

export interface Match {
  name: string;
  scope: Scope;
  handle: Handler;
}

export interface RouterParts {
  verbs: readonly VerbRoute[];
  texts: readonly TextRoute[];
  /** Handles the files of a message. */
  files: Match;
}

export class Router {
  readonly #verbs: Map<string, VerbRoute>;
  readonly #texts: Map<Purpose, TextRoute>;

  /** @throws Error when a verb or a purpose has two handlers, or a purpose has none. */
  constructor(private readonly parts: RouterParts) {
    this.#verbs = new Map(parts.verbs.map((route) => [route.verb, route]));
    if (this.#verbs.size !== parts.verbs.length) throw new Error('a verb has two handlers');
    this.#texts = new Map(parts.texts.map((route) => [route.purpose, route]));
    if (this.#texts.size !== parts.texts.length) throw new Error('a purpose has two handlers');
    const open = PURPOSES.filter((purpose) => !this.#texts.has(purpose));
    if (open.length > 0) throw new Error(`no handler for texts: ${open.join(', ')}`);
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

  forPurpose(purpose: Purpose): Match {
    const { scope, handle } = this.#texts.get(purpose) as TextRoute;
    return { name: purpose, scope, handle };
  }
}
