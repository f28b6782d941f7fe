/** The messages of a chat, drawn for one person. */
import { CardRefresh } from './card-refresh.js';
import { make } from './dom.js';
import { icon } from './icons.js';
import { cardFor, messageRow } from './message-row.js';
import { isFor } from './store.js';
import { dayOf } from './times.js';
import type { ActionOutcome, CardAction, ChatMessage, State } from './types.js';

/** What follows an action of the person within this time is its result, and gets the focus. */
const RESULT_WITHIN_MS = 4_000;

export interface ListParts {
  state: State;
  tints: ReadonlyMap<string, string>;
  viewerId: () => string;
  act: (message: ChatMessage, action: CardAction) => Promise<ActionOutcome>;
  /** Opens the dialog of a command in the menu of a message; undefined where messages have none. */
  command?: ((message: ChatMessage, commandId: string) => void) | undefined;
}

export class MessageList {
  readonly element = make('div', { class: 'messages', role: 'log', 'aria-live': 'off', tabindex: '0' });
  /** The newest messages stand above this. */
  readonly end = make('div', { class: 'end' });
  readonly #rows = new Map<string, HTMLElement>();
  readonly #contents = new Map<string, string>();
  readonly #refresh: CardRefresh;
  readonly #more: HTMLElement;
  #lastDay = '';
  #actedAt = 0;

  constructor(private readonly parts: ListParts) {
    this.#refresh = new CardRefresh(this.element, parts.viewerId);
    this.#more = make(
      'button',
      { type: 'button', class: 'more', hidden: true, click: () => this.#showMore() },
      icon('chevron'),
      'Mensaje nuevo',
    );
    this.element.append(this.end, this.#more);
    this.element.addEventListener('scroll', () => {
      if (this.#showsNewest) this.#more.hidden = true;
    });
  }

  /** Shows a new or changed message. */
  show(message: ChatMessage): void {
    const before = this.#rows.get(message.id);
    const viewerId = this.parts.viewerId();
    if (!isFor(message, viewerId)) {
      this.remove(message.id);
      return;
    }
    const content = JSON.stringify([viewerId === message.from, message.text, cardFor(message, viewerId)]);
    // Redrawing a card would lose what is typed in it.
    if (this.#contents.get(message.id) === content) return;
    this.#contents.set(message.id, content);
    const { command } = this.parts;
    const row = messageRow(message, {
      ...this.parts,
      viewerId,
      act: (action) => this.#act(message, action),
      command: command && ((commandId) => command(message, commandId)),
    });
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

  #showMore(): void {
    this.#more.hidden = true;
    this.scrollTo();
    this.focus();
  }

  #replace(before: HTMLElement, row: HTMLElement): void {
    const hadFocus = before.contains(document.activeElement);
    this.#refresh.forget(before);
    before.replaceWith(row);
    if (hadFocus) row.focus({ preventScroll: true });
  }

  #append(row: HTMLElement, message: ChatMessage): void {
    const isResult = Date.now() - this.#actedAt < RESULT_WITHIN_MS;
    const follows = isResult || message.from === this.parts.viewerId() || this.#showsNewest;
    const day = dayOf(message.at);
    if (day !== this.#lastDay) this.end.before(make('p', { class: 'day' }, day));
    this.#lastDay = day;
    this.end.before(row);
    if (follows) this.scrollTo(message.id);
    else this.#more.hidden = false;
    if (isResult && this.element.contains(document.activeElement)) row.focus({ preventScroll: true });
  }

  /** Whoever has scrolled up to read or to fill in a form is not taken away from it. */
  get #showsNewest(): boolean {
    const newest = this.end.previousElementSibling;
    const bottom = this.element.getBoundingClientRect().bottom;
    return !newest || newest.getBoundingClientRect().top < bottom;
  }

  #act(message: ChatMessage, action: CardAction): Promise<ActionOutcome> {
    this.#actedAt = Date.now();
    return this.parts.act(message, action);
  }
}
