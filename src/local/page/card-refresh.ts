/** A card refreshes when it becomes visible, and then at most once a minute, as in Teams. */
import { act } from './server.js';
import type { ChatMessage } from './types.js';

const EVERY_MS = 60_000;

export class CardRefresh {
  readonly #watched = new Map<Element, ChatMessage>();
  /** When each card was refreshed for each person. */
  readonly #refreshed = new Map<string, number>();
  readonly #seen: IntersectionObserver;

  constructor(
    list: HTMLElement,
    private readonly viewerId: () => string,
  ) {
    this.#seen = new IntersectionObserver((entries) => this.#refreshSeen(entries), { root: list });
  }

  /** @param isReplaced by the bot: it is refreshed as soon as it is seen. */
  watch(row: Element, message: ChatMessage, isReplaced: boolean): void {
    if (!message.card?.refresh?.action) return;
    if (isReplaced && !message.views[this.viewerId()]) this.#refreshed.delete(this.#keyOf(message));
    this.#watched.set(row, message);
    this.#seen.observe(row);
  }

  forget(row: Element): void {
    this.#watched.delete(row);
    this.#seen.unobserve(row);
  }

  #refreshSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const message = this.#watched.get(target);
      if (isIntersecting && message) this.#refresh(message);
    }
  }

  #refresh(message: ChatMessage): void {
    const action = message.card?.refresh?.action;
    const key = this.#keyOf(message);
    const now = Date.now();
    if (!action || now - (this.#refreshed.get(key) ?? 0) < EVERY_MS) return;
    this.#refreshed.set(key, now);
    void act(this.viewerId(), message, {
      kind: 'execute',
      verb: action.verb ?? '',
      title: '',
      data: action.data ?? {},
      trigger: 'automatic',
    });
  }

  #keyOf({ id }: ChatMessage): string {
    return `${this.viewerId()} ${id}`;
  }
}
