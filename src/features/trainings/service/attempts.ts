import type { Clock } from '../../../platform/clock.js';

/** So many are remembered; the one who has been silent longest is forgotten first. */
const MAX_REMEMBERED = 20_000;

/** Counts what somebody does within a span of time. Kept in memory, so each instance counts for itself. */
export class Attempts {
  readonly #times = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly spanMs: number,
  ) {}

  /** Tells whether somebody has reached the limit. */
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
