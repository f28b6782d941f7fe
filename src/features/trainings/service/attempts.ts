import type { Clock } from '../../../platform/clock.js';

/** Size of the cache; the least recently active entry is dropped. */
const MAX_REMEMBERED = 20_000;

/** A rate limit with a sliding window. It lives in memory, so each instance counts for itself. */
export class Attempts {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly spanMs: number,
  ) {}

  isOver(who: string): boolean {
    return this.#recent(who).length >= this.limit;
  }

  add(who: string): void {
    const times = [...this.#recent(who), this.clock().getTime()];
    this.#times.delete(who);
    this.#times.set(who, times);
    if (this.#times.size <= MAX_REMEMBERED) return;
    const [oldest] = this.#times.keys();
    if (oldest !== undefined) this.#times.delete(oldest);
  }

  #recent(who: string): number[] {
    const since = this.clock().getTime() - this.spanMs;
    return (this.#times.get(who) ?? []).filter((time) => time > since);
  }
}
