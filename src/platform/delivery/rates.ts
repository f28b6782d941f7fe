import type { Clock } from '../clock.js';

interface Window {
  limit: number;
  ms: number;
}

/** Teams's limits for a bot in one conversation. */
export const CONVERSATION_WINDOWS: readonly Window[] = [
  { limit: 7, ms: 1_000 },
  { limit: 8, ms: 2_000 },
  { limit: 60, ms: 30_000 },
  { limit: 1_800, ms: 3_600_000 },
];
/** Teams's limit for an app in a tenant; the lowest of the numbers that Microsoft has published. */
export const APP_WINDOWS: readonly Window[] = [{ limit: 30, ms: 1_000 }];
/** The number of conversations kept; the least recently used is dropped first. */
const MAX_CONVERSATIONS = 10_000;

/** Tells how long to wait so that no rate limit is exceeded. */
export class RateLimiter {
  readonly #app = new SlidingLog(APP_WINDOWS);
  readonly #conversations = new Map<string, SlidingLog>();

  constructor(private readonly clock: Clock) {}

  /** Books the next free moment to send into a conversation; returns the milliseconds until then. */
  reserve(conversationId: string): number {
    const log = this.#conversations.get(conversationId) ?? new SlidingLog(CONVERSATION_WINDOWS);
    this.#conversations.delete(conversationId);
    this.#conversations.set(conversationId, log);
    if (this.#conversations.size > MAX_CONVERSATIONS) {
      const [oldest] = this.#conversations.keys();
      if (oldest !== undefined) this.#conversations.delete(oldest);
    }
    const now = this.clock().getTime();
    let at = now;
    for (;;) {
      const free = this.#app.firstFree(log.firstFree(at));
      if (free === at) break;
      at = free;
    }
    log.book(at, now);
    this.#app.book(at, now);
    return at - now;
  }
}

/** The moments booked so far, in order; some are in the future. */
class SlidingLog {
  #booked: number[] = [];

  constructor(private readonly windows: readonly Window[]) {}

  /** Returns the first moment, not before `at`, when one more message stays within every window. */
  firstFree(at: number): number {
    let free = at;
    for (;;) {
      const next = this.windows.reduce(
        (latest, window) => Math.max(latest, this.#free(latest, window)),
        free,
      );
      if (next === free) return free;
      free = next;
    }
  }

  /** Returns `at`, or a later moment when the bookings before and after `at` fill the window. */
  #free(at: number, { limit, ms }: Window): number {
    const around = this.#booked.filter((booked) => booked > at - ms && booked < at + ms);
    const oldest = around.at(-limit);
    return oldest === undefined ? at : oldest + ms;
  }

  book(at: number, now: number): void {
    const longest = Math.max(...this.windows.map(({ ms }) => ms));
    this.#booked = this.#booked.filter((booked) => booked > now - longest);
    this.#booked.push(at);
    this.#booked.sort((a, b) => a - b);
  }
}
