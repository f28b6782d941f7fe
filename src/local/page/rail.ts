/** The bar on the left; below, where it is narrow. */
import { badge } from './chat-row.js';
import { make } from './dom.js';
import { type IconName, icon } from './icons.js';

export interface RailParts {
  toChat: () => void;
  toChannels: () => void;
  toTab: () => void;
  toggleWire: () => void;
  togglePhone: () => void;
  /** What the buttons «Personas» and «Tema» open. */
  people: HTMLElement;
  themes: HTMLElement;
}

export interface RailState {
  unread: { chat: number; channels: number; people: number };
  /** What is open. */
  at: 'chat' | 'channels' | undefined;
  isWireOpen: boolean;
  isPhone: boolean;
}

export class Rail {
  readonly #chat: HTMLElement;
  readonly #channels: HTMLElement;
  readonly #people: HTMLElement;
  readonly #wire: HTMLElement;
  readonly #phone: HTMLElement;

  constructor(element: HTMLElement, parts: RailParts) {
    this.#chat = button('chat', 'Chat', parts.toChat);
    this.#channels = button('channels', 'Equipos', parts.toChannels);
    const tab = button('tab', 'Mi página', parts.toTab, 'Abrir mi página, como quien esté elegido');
    this.#people = button('people', 'Personas', undefined);
    this.#wire = button('wire', 'Red', parts.toggleWire, 'Lo que pasa por la red');
    this.#phone = button('phone', 'Teléfono', parts.togglePhone, 'Ver como en un teléfono');
    const theme = button('theme', 'Tema', undefined);
    const themes = make('div', { class: 'menu', popover: 'auto', id: 'themes' }, parts.themes);
    theme.setAttribute('popovertarget', themes.id);
    this.#people.setAttribute('popovertarget', parts.people.id);
    element.append(
      make('span', { class: 'mark', 'aria-hidden': 'true' }, 'H'),
      this.#chat,
      this.#channels,
      tab,
      this.#people,
      parts.people,
      make('span', { class: 'gap' }),
      this.#wire,
      this.#phone,
      theme,
      themes,
    );
  }

  update({ unread, at, isWireOpen, isPhone }: RailState): void {
    mark(this.#chat, unread.chat, at === 'chat');
    mark(this.#channels, unread.channels, at === 'channels');
    mark(this.#people, unread.people, false);
    this.#wire.setAttribute('aria-pressed', String(isWireOpen));
    this.#phone.setAttribute('aria-pressed', String(isPhone));
  }
}

function button(name: IconName, words: string, click: (() => void) | undefined, title = words): HTMLElement {
  return make(
    'button',
    { type: 'button', class: `rail-${name}`, title, click },
    icon(name),
    make('span', {}, words),
  );
}

function mark(element: HTMLElement, unread: number, isCurrent: boolean): void {
  element.querySelector('.badge')?.remove();
  if (unread > 0) element.append(badge(unread));
  if (isCurrent) element.setAttribute('aria-current', 'page');
  else element.removeAttribute('aria-current');
}
