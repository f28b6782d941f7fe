import type { Clock } from './clock.js';

/** The number of keys kept; the least recently seen is dropped first. */
const MAX_KEYS = 10_000;

/** Allows `burst` requests at once, then one more every `everyMs`. */
export interface Allowance {
  burst: number;
  everyMs: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each key, in memory: each instance counts for itself. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly clock: Clock,
    private readonly allowance: Allowance,
  ) {}

  /** Takes one token of a key. Returns 0, or the milliseconds until the next token. */
  take(key: string): number {
    const { burst, everyMs } = this.allowance;
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
    if (this.#buckets.size <= MAX_KEYS) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
