import type { Clock } from '../platform/clock.js';
import { languageFor, notePage } from '../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { textIn } from '../platform/text/catalogue.js';
import { type Allowance, TokenBuckets } from '../platform/token-buckets.js';
import { subscriberOf } from './address.js';

/** A rate limit by address, for pages that anybody may open. */
export class AddressLimits {
  readonly #buckets: TokenBuckets;

  constructor(clock: Clock, allowance: Allowance) {
    this.#buckets = new TokenBuckets(clock, allowance);
  }

  /** Takes one token of a subscriber's address. Returns 0, or the milliseconds until the next token. */
  take(address: string): number {
    return this.#buckets.take(subscriberOf(address));
  }
}

/** Enough for a room of people behind one address; stops a program that never pauses. */
export const PAGE_ALLOWANCE: Allowance = { burst: 600, everyMs: 100 };

/** Wraps a route: an address that asks too often gets 429 with Retry-After and a page for people. */
export function limited(route: HttpRoute, limits: AddressLimits): HttpRoute {
  return {
    ...route,
    handle: async (request: HttpRequest): Promise<HttpResponse> => {
      const wait = limits.take(request.address);
      if (wait === 0) return route.handle(request);
      const language = languageFor(request.header('accept-language'));
      const { busyTitle: title, busy: body } = textIn(language).pages;
      const headers = { 'Retry-After': String(Math.ceil(wait / 1_000)) };
      return notePage(language, { title, body, tone: 'warning' }, 429, headers);
    },
  };
}
