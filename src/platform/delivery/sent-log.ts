import type { Window } from './windows.js';

/**
 * The messages of a conversation, or of the app, that count against its limits: those on their way, and for a while
 * those that arrived. A message counts from when it leaves until its span after the answer, so that the limits hold for
 * its arrival too, however long its way takes.
 */
export class SentLog {
  #onTheirWay = 0;
  /** When each was answered, in order. */
  #answered: number[] = [];
  /** The most that any window has asked about. */
  #most = 0;

  get isIdle(): boolean {
    return this.#onTheirWay === 0;
  }

  leave(): void {
    this.#onTheirWay += 1;
  }

  arrive(now: number): void {
    this.#onTheirWay -= 1;
    this.#answered.push(now);
    if (this.#answered.length > 2 * this.#most) this.#answered = this.#answered.slice(-this.#most);
  }

  /** It was not sent after all. */
  cancel(): void {
    this.#onTheirWay -= 1;
  }

  /** The moment when one more may leave: `now`, or later; infinite while it depends on an answer. */
  freeAt(now: number, windows: readonly Window[]): number {
    this.#most = Math.max(this.#most, ...windows.map(({ limit }) => limit));
    return Math.max(now, ...windows.map((window) => this.#freeIn(window, now)));
  }

  /** The last of the most recent ones that fill the window has to leave it. */
  #freeIn({ limit, ms }: Window, now: number): number {
    const room = limit - this.#onTheirWay;
    if (room <= 0) return Number.POSITIVE_INFINITY;
    const oldest = this.#answered.at(-room);
    return oldest === undefined ? now : oldest + ms;
  }
}
