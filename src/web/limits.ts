import type { Clock } from '../platform/clock.js';
import { languageFor, notePage } from '../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { textIn } from '../platform/text/catalogue.js';
import { subscriberOf } from './address.js';

/** Addresses that are remembered at a time; the longest unseen are forgotten first. */
const MAX_ADDRESSES = 10_000;

/** So many requests at once, and then one each time this long has passed. */
export interface Allowance {
  burst: number;
  everyMs: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each address; for pages that anybody may open. */
export class AddressLimits {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly allowance: Allowance,
  ) {}

  /** Takes one request of an address; returns 0, or the milliseconds until there is one again. */
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

/** A whole room may stand behind one address; a program that asks without end does not get far. */
export const PAGE_ALLOWANCE: Allowance = { burst: 600, everyMs: 100 };

/** The same route, which answers 429 with Retry-After, and a page for people, to an address that asks too often. */
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
