import type { Clock } from '../platform/clock.js';
import { languageFor, notePage } from '../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { textIn } from '../platform/text/catalogue.js';
import { subscriberOf } from './address.js';

/** The number of addresses kept; the least recently seen is dropped first. */
const MAX_ADDRESSES = 10_000;

/** Allows `burst` requests at once, then one more every `everyMs`. */
export interface Allowance {
  burst: number;
  everyMs: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each address, for pages that anybody may open. */
export class AddressLimits {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly allowance: Allowance,
  ) {}

  /** Takes one token of an address. Returns 0, or the milliseconds until the next token. */
  take(address: string): number {
    const { burst, everyMs } = this.allowance;
    const key = subscriberOf(address);
    const now = this.clock().getTime();
    const before = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) / everyMs);
    const taken = tokens >= 1;
    this.#remember(key, { tokens: taken ? tokens - 1 : tokens, at: now });
    return taken ? 0 : Math.ceil((1 - tokens) * everyMs);
  }

  #remember(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size <= MAX_ADDRESSES) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
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
