import { DeliveryError } from './channel.js';
import type { Share } from './instances.js';
import { SentLog } from './sent-log.js';
import { type Ahead, type Priority, type Waiting, WaitingLines } from './waiting-lines.js';
import { appLimits, type Limits, limitsOf, type Window } from './windows.js';

/** The number of conversations kept; the least recently used are dropped first. */
const MOST_CONVERSATIONS = 10_000;
/** Longer waits are for the caller to arrange. */
const PATIENCE_MS = 60_000;
/** After "too many requests" without a time to wait. */
const UNTOLD_WAIT_MS = 1_000;

/** The limiter's view of the other instances. */
export interface Sharing {
  readonly count: number;
  /** False while another instance may believe that this one is gone. */
  readonly isCurrent: boolean;
  shareOf(conversationId: string): Share;
}

/** A moment to send, until it is used or let go. */
interface Hold {
  priority: Priority;
  isUsed: boolean;
}

interface Conversation {
  all: SentLog;
  notices: SentLog;
  /** Teams has asked to wait until then. */
  blockedUntil: number;
  holds: Hold[];
}

/** Lets messages out in the order of their priorities, so that no limit of Teams is passed. */
export class RateLimiter {
  readonly #app = new SentLog();
  readonly #conversations = new Map<string, Conversation>();
  readonly #lines = new WaitingLines();
  #timer: NodeJS.Timeout | undefined;

  /** @param now milliseconds that only go forward. */
  constructor(
    private readonly sharing: Sharing,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Sends a message when it may go: at a moment that is held for a notice, if there is one. When Teams answers that
   * there were too many, the whole conversation waits as long as it says.
   * @throws DeliveryError `throttled` when it would have to wait longer than `patienceMs`.
   */
  async send<T>(
    conversationId: string,
    priority: Priority,
    task: () => Promise<T>,
    patienceMs = PATIENCE_MS,
  ): Promise<T> {
    const conversation = this.#of(conversationId);
    const hold = priority === 'reply' ? undefined : this.#useHold(conversation);
    if (!hold) {
      const waitMs = await this.#wait(conversationId, priority, patienceMs);
      if (waitMs !== undefined) throw new DeliveryError('throttled', waitMs);
    }
    try {
      // Another instance may have taken over while this one was stopped.
      if (priority !== 'reply' && !this.sharing.isCurrent) throw new DeliveryError('unavailable');
      return await task();
    } catch (error) {
      if (error instanceof DeliveryError && error.failure === 'throttled') {
        const until = this.now() + (error.retryAfterMs ?? UNTOLD_WAIT_MS);
        // Answers to messages that were under way together may name different times.
        conversation.blockedUntil = Math.max(conversation.blockedUntil, until);
      }
      throw error;
    } finally {
      this.#finish(conversation, hold?.priority ?? priority, 'arrive');
    }
  }

  /**
   * Waits for the next free moment and holds it for the next notice into the conversation.
   * @returns a function that lets go of the moment if it was not used; or, when it would take longer than
   * `patienceMs`, the milliseconds after which to ask again.
   */
  async hold(conversationId: string, priority: Priority, patienceMs: number): Promise<(() => void) | number> {
    const waitMs = await this.#wait(conversationId, priority, patienceMs);
    if (waitMs !== undefined) return waitMs;
    const conversation = this.#of(conversationId);
    const hold: Hold = { priority, isUsed: false };
    conversation.holds.push(hold);
    return () => {
      if (hold.isUsed) return;
      conversation.holds = conversation.holds.filter((other) => other !== hold);
      this.#finish(conversation, priority, 'cancel');
    };
  }

  /** @throws DeliveryError `throttled` when Teams has asked to wait since the moment was held. */
  #useHold({ holds, blockedUntil }: Conversation): Hold | undefined {
    const [hold] = holds;
    const blockedMs = blockedUntil - this.now();
    if (hold && blockedMs > 0) throw new DeliveryError('throttled', blockedMs);
    if (hold) hold.isUsed = true;
    return holds.shift();
  }

  /** Resolves when the message may go, or to the milliseconds that it would still have to wait. */
  #wait(conversationId: string, priority: Priority, patienceMs: number): Promise<number | undefined> {
    return new Promise((resolve) => {
      const waiting: Waiting = { conversationId, priority, go: () => resolve(undefined) };
      const ahead = this.#lines.add(waiting);
      this.#letOut();
      if (!this.#lines.has(waiting)) return;
      const timer = setTimeout(() => {
        this.#lines.remove(waiting);
        resolve(this.#estimate(waiting, ahead, patienceMs));
      }, patienceMs);
      waiting.go = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }

  /** Lets out all that may go now, and looks again when the next one may. */
  #letOut(): void {
    clearTimeout(this.#timer);
    const now = this.now();
    let next = Number.POSITIVE_INFINITY;
    for (const waiting of this.#lines.first()) {
      next = Math.min(next, this.#letOutLine(waiting, now));
      // No message goes while the app has no room.
      if (this.#appFreeAt(now) > now) break;
    }
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.#letOut(), Math.ceil(next - now));
  }

  /** Lets out the first of a line; returns when the next one may. */
  #letOutLine(waiting: Waiting, now: number): number {
    const { conversationId, priority } = waiting;
    const conversation = this.#of(conversationId);
    const at = Math.max(this.#appFreeAt(now), this.#freeAt(conversation, waiting, now));
    if (at > now) return at;
    for (const log of this.#logsOf(conversation, priority)) log.leave();
    this.#lines.remove(waiting);
    waiting.go();
    return now;
  }

  #appFreeAt(now: number): number {
    return this.#app.freeAt(now, appLimits(this.sharing.count));
  }

  #freeAt({ all, notices, blockedUntil }: Conversation, waiting: Waiting, now: number): number {
    const limits = this.#limitsOf(waiting);
    const anyAt = Math.max(blockedUntil, all.freeAt(now, limits.all));
    return waiting.priority === 'reply' ? anyAt : Math.max(anyAt, notices.freeAt(now, limits.notices));
  }

  #limitsOf({ conversationId }: Waiting): Limits {
    return limitsOf(this.sharing.shareOf(conversationId));
  }

  /** How long a message still has to wait behind those ahead of it, about. */
  #estimate(waiting: Waiting, { inLine, inAll }: Ahead, waitedMs: number): number {
    const limits = this.#limitsOf(waiting);
    const inConversation = waitFor(inLine + 1, waiting.priority === 'reply' ? limits.all : limits.notices);
    const blockedMs = this.#of(waiting.conversationId).blockedUntil - this.now();
    const inApp = waitFor(inAll, appLimits(this.sharing.count));
    return Math.max(1, blockedMs, inConversation - waitedMs, inApp - waitedMs);
  }

  #finish(conversation: Conversation, priority: Priority, how: 'arrive' | 'cancel'): void {
    for (const log of this.#logsOf(conversation, priority)) log[how](this.now());
    this.#letOut();
  }

  #logsOf({ all, notices }: Conversation, priority: Priority): SentLog[] {
    return priority === 'reply' ? [this.#app, all] : [this.#app, all, notices];
  }

  #of(conversationId: string): Conversation {
    const known = this.#conversations.get(conversationId);
    const conversation = known ?? { all: new SentLog(), notices: new SentLog(), blockedUntil: 0, holds: [] };
    this.#conversations.delete(conversationId);
    this.#conversations.set(conversationId, conversation);
    if (this.#conversations.size > MOST_CONVERSATIONS) this.#forgetOldest();
    return conversation;
  }

  #forgetOldest(): void {
    for (const [id, { all }] of this.#conversations) {
      if (!all.isIdle) continue;
      this.#conversations.delete(id);
      return;
    }
  }
}

/** How long `count` messages take within these limits, about. */
function waitFor(count: number, windows: readonly Window[]): number {
  return Math.max(...windows.map(({ limit, ms }) => Math.floor(count / limit) * ms));
}
