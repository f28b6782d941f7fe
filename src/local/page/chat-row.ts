import { make } from './dom.js';

export interface RowState {
  name: string;
  avatar: HTMLElement;
  /** What was said last, and when. */
  line: string;
  time: string;
  unread: number;
  isCurrent: boolean;
  /** Stands beside the name. */
  note?: string | undefined;
}

/** One line of the list of chats. */
export class ChatRow {
  readonly element: HTMLElement;
  readonly #button: HTMLButtonElement;

  constructor(kind: string, choose: () => void) {
    this.#button = make('button', { type: 'button', class: `row ${kind}`, click: choose });
    this.element = make('li', {}, this.#button);
  }

  update({ name, avatar, line, time, unread, isCurrent, note }: RowState): void {
    if (isCurrent) this.#button.setAttribute('aria-current', 'true');
    else this.#button.removeAttribute('aria-current');
    this.#button.classList.toggle('unread', unread > 0);
    this.#button.replaceChildren(
      avatar,
      make(
        'span',
        { class: 'row-words' },
        make('span', { class: 'row-name' }, name, note && make('small', {}, note)),
        make('time', {}, time),
        make('span', { class: 'row-line' }, line),
        badge(unread),
      ),
    );
  }
}

/** How much is unread, for the eye and for the ear; nothing when all is read. */
export function badge(unread: number): HTMLElement {
  if (unread === 0) return make('span');
  const words = unread === 1 ? '1 mensaje sin leer' : `${unread} mensajes sin leer`;
  return make(
    'span',
    { class: 'badge' },
    make('span', { 'aria-hidden': 'true' }, unread > 9 ? '9+' : String(unread)),
    make('span', { class: 'hidden-label' }, words),
  );
}
