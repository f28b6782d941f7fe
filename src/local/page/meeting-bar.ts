/** Over the chat of a meeting: who is in it, and the buttons to join and to leave. */
import { make } from './dom.js';
import { attend } from './server.js';
import type { Person, State } from './types.js';

export interface MeetingBarParts {
  state: State;
  conversationId: string;
  /** Whoever one is. */
  viewer: () => Person;
}

export class MeetingBar {
  readonly element = make('div', { class: 'meeting-bar' });
  #present = new Set<string>();
  readonly #who = make('p', { role: 'status' });
  readonly #own = make('button', { type: 'button', class: 'small', click: () => void this.#toggle(false) });
  readonly #guest = make('button', { type: 'button', class: 'small', click: () => void this.#toggle(true) });

  constructor(private readonly parts: MeetingBarParts) {
    this.element.append(this.#who, this.#own, this.#guest);
    this.know(parts.state.present);
  }

  /** Who is in the meeting, as the server knows it. */
  know(present: State['present']): void {
    const here = present.filter(({ conversationId }) => conversationId === this.parts.conversationId);
    this.#present = new Set(here.map(({ id }) => id));
    this.draw();
  }

  changed(id: string, isIn: boolean): void {
    this.#present[isIn ? 'add' : 'delete'](id);
    this.draw();
  }

  draw(): void {
    const { state, viewer } = this.parts;
    const everybody = [...state.people, state.guest];
    const names = everybody.filter(({ id }) => this.#present.has(id)).map(({ name }) => name);
    this.#who.textContent =
      names.length === 0 ? 'Nadie se ha conectado a la reunión.' : `En la reunión: ${names.join(', ')}`;
    const isIn = this.#present.has(viewer().id);
    this.#own.textContent = isIn ? 'Salir de la reunión' : 'Entrar a la reunión';
    this.#guest.textContent = this.#present.has(state.guest.id)
      ? 'Que salga la invitada'
      : 'Que entre una invitada';
  }

  #toggle(isGuest: boolean): Promise<void> {
    const { state, conversationId, viewer } = this.parts;
    const { id } = isGuest ? state.guest : viewer();
    return attend({ personId: viewer().id, conversationId, isIn: !this.#present.has(id), isGuest });
  }
}
