/** What goes over HTTP between the local Teams and the bot, for people who want to see it. */
import type { HttpRoute } from '../platform/pages/route.js';
import { readable } from './readable.js';

/** Enough for a long story; older exchanges are forgotten. */
const KEPT = 200;

export interface Exchange {
  /** `in` from Teams to the bot, `out` from the bot to Teams. */
  direction: 'in' | 'out';
  /** Who is at the side of Teams: a person, or a channel. */
  who: string;
  method: string;
  path: string;
  /** What it is for: `message`, `adaptiveCard/action case.accept`. */
  purpose: string;
  status: number;
  ms: number;
  request: unknown;
  response: unknown;
}

export interface WireEntry extends Exchange {
  id: number;
  at: string;
}

export class Wire {
  #entries: WireEntry[] = [];
  readonly #listeners = new Set<(entry: WireEntry) => void>();
  #last = 0;

  /** Notes an exchange, without what opens doors. */
  note(exchange: Exchange): void {
    this.#last += 1;
    const { request, response, ...rest } = exchange;
    const entry = {
      ...rest,
      id: this.#last,
      at: new Date().toISOString(),
      request: readable(request),
      response: readable(response),
    };
    this.#entries = [...this.#entries, entry].slice(-KEPT);
    for (const listener of this.#listeners) listener(entry);
  }

  /** Tells of what has been, the oldest first, and of what comes. Returns how to stop. */
  follow(listener: (entry: WireEntry) => void): () => void {
    for (const entry of this.#entries) listener(entry);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A route whose calls, which come from the bot, are noted.
   * @param whoIn tells who is in a conversation.
   */
  noted(route: HttpRoute, whoIn: (conversationId: string) => string): HttpRoute {
    return {
      ...route,
      handle: async (request) => {
        const from = performance.now();
        const response = await route.handle(request);
        if ('open' in response) return response;
        this.note({
          direction: 'out',
          who: whoIn(request.params.conversation ?? ''),
          method: route.method === 'del' ? 'DELETE' : route.method.toUpperCase(),
          path: route.path.replace(/:(\w+)/g, (_, name: string) => request.params[name] ?? ''),
          purpose: purposeOf(request.body),
          status: response.status,
          ms: Math.round(performance.now() - from),
          request: request.body,
          response: 'json' in response ? response.json : undefined,
        });
        return response;
      },
    };
  }
}

/** What an activity is for, in its own terms. */
export function purposeOf(activity: unknown): string {
  const { type, name, value } = (activity ?? {}) as {
    type?: string;
    name?: string;
    value?: { action?: { verb?: string }; data?: { verb?: string }; commandId?: string };
  };
  const detail = value?.action?.verb ?? value?.data?.verb ?? value?.commandId;
  return [name ?? type, detail].filter(Boolean).join(' · ');
}
