/** The messages of a chat, drawn for one person. */
import { CardRefresh } from './card-refresh.js';
import { make } from './dom.js';
import { cardFor, messageRow } from './message-row.js';
import { dayOf } from './times.js';
import type { ActionOutcome, CardAction, ChatMessage, State } from './types.js';

/** What follows an action of the person within this time is its result, and gets the focus. */
const RESULT_WITHIN_MS = 4_000;

export interface ListParts {
  state: State;
  tints: ReadonlyMap<string, string>;
  viewerId: () => string;
  act: (message: ChatMessage, action: CardAction) => Promise<ActionOutcome>;
}

export class MessageList {
  readonly element = make('div', { class: 'messages', role: 'log', 'aria-live': 'off', tabindex: '0' });
  /** The newest messages stand above this. */
  readonly end = make('div', { class: 'end' });
  readonly #rows = new Map<string, HTMLElement>();
  readonly #contents = new Map<string, string>();
  readonly #refresh: CardRefresh;
  #lastDay = '';
  #actedAt = 0;

  constructor(private readonly parts: ListParts) {
    this.#refresh = new CardRefresh(this.element, parts.viewerId);
    this.element.append(this.end);
  }

  /** Shows a new or changed message. */
  show(message: ChatMessage): void {
    const before = this.#rows.get(message.id);
    const viewerId = this.parts.viewerId();
    const content = JSON.stringify([viewerId === message.from, message.text, cardFor(message, viewerId)]);
    // Redrawing a card would lose what is typed in it.
    if (this.#contents.get(message.id) === content) return;
    this.#contents.set(message.id, content);
    const row = messageRow(message, { ...this.parts, viewerId, act: (action) => this.#act(message, action) });
    this.#rows.set(message.id, row);
    if (before) this.#replace(before, row);
    else this.#append(row, message);
    this.#refresh.watch(row, message, before !== undefined);
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row) this.#refresh.forget(row);
    row?.remove();
    this.#rows.delete(id);
    this.#contents.delete(id);
  }

  /** Scrolls to a message, by default to the newest. */
  scrollTo(id?: string): void {
    const row = id === undefined ? [...this.#rows.values()].at(-1) : this.#rows.get(id);
    if (row) this.element.scrollTop = row.offsetTop - this.element.offsetTop - 12;
  }

  scrollToEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  focus(id?: string): void {
    const row = id === undefined ? [...this.#rows.values()].at(-1) : this.#rows.get(id);
    row?.focus({ preventScroll: id === undefined });
  }

  #replace(before: HTMLElement, row: HTMLElement): void {
    const hadFocus = before.contains(document.activeElement);
    this.#refresh.forget(before);
    before.replaceWith(row);
    if (hadFocus) row.focus({ preventScroll: true });
  }

  #append(row: HTMLElement, message: ChatMessage): void {
    const day = dayOf(message.at);
    if (day !== this.#lastDay) this.end.before(make('p', { class: 'day' }, day));
    this.#lastDay = day;
    this.end.before(row);
    this.scrollTo(message.id);
    const isResult = Date.now() - this.#actedAt < RESULT_WITHIN_MS;
    if (isResult && this.element.contains(document.activeElement)) row.focus({ preventScroll: true });
  }

  #act(message: ChatMessage, action: CardAction): Promise<ActionOutcome> {
    this.#actedAt = Date.now();
    return this.parts.act(message, action);
  }
}
