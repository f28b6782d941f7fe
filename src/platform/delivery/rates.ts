import type { Clock } from '../clock.js';

interface Window {
  limit: number;
  ms: number;
}

/** Teams's limits on what a bot sends into one conversation. */
export const CONVERSATION_WINDOWS: readonly Window[] = [
  { limit: 7, ms: 1_000 },
  { limit: 8, ms: 2_000 },
  { limit: 60, ms: 30_000 },
  { limit: 1_800, ms: 3_600_000 },
];
/** Teams's limit on what an app sends in a tenant; the lower of the figures that Microsoft has published. */
export const APP_WINDOWS: readonly Window[] = [{ limit: 30, ms: 1_000 }];
/** Conversations whose sends are remembered at a time; the longest unused are forgotten first. */
const MAX_CONVERSATIONS = 10_000;

/** Says how long to wait so that no window of the limits is passed. */
export class RateLimiter {
  readonly #app = new SlidingLog(APP_WINDOWS);
  readonly #conversations = new Map<string, SlidingLog>();

  constructor(private readonly clock: Clock) {}

  /** Books the next free moment for a send into a conversation; returns the milliseconds until then. */
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

/** The moments booked so far, in order; some of them may lie ahead. */
class SlidingLog {
  #booked: number[] = [];

  constructor(private readonly windows: readonly Window[]) {}

  /** The first moment, not before `at`, at which one more keeps within every window. */
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

  /** `at`, unless the window around it is full, whichever side the others lie on: then when it is less so. */
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
