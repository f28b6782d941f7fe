/** Shows, when asked, what goes over HTTP between Teams and the bot, the newest first. */
import { make } from './dom.js';
import { icon } from './icons.js';
import { listenToWire } from './server.js';
import { timeOf } from './times.js';
import type { WireEntry } from './types.js';

export class WirePanel {
  readonly #entries = make('ol', { class: 'wire-entries' });
  readonly #empty = make('p', { class: 'wire-empty' }, 'Todavía no ha pasado nada. Escribe algo en un chat.');
  #stop: (() => void) | undefined;

  constructor(
    private readonly element: HTMLElement,
    close: () => void,
  ) {
    element.append(
      make(
        'header',
        {},
        make('h2', { tabindex: '-1' }, 'Lo que pasa por la red'),
        make(
          'button',
          { type: 'button', class: 'plain', 'aria-label': 'Cerrar', title: 'Cerrar', click: close },
          icon('close'),
        ),
      ),
      make(
        'p',
        { class: 'wire-note' },
        'Lo más reciente arriba. Sin encabezados, claves ni enlaces que abran algo: se ven como •••.',
      ),
      this.#empty,
      this.#entries,
    );
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
  }

  get isOpen(): boolean {
    return this.#stop !== undefined;
  }

  open(): void {
    this.element.hidden = false;
    this.#stop = listenToWire((entry) => this.#show(entry));
    this.element.querySelector('h2')?.focus();
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.element.hidden = true;
    this.#entries.replaceChildren();
    this.#empty.hidden = false;
  }

  #show(entry: WireEntry): void {
    const known = this.#entries.firstElementChild as HTMLElement | null;
    // After the connection was lost, everything comes again.
    if (known && Number(known.dataset.entry) >= entry.id) return;
    this.#empty.hidden = true;
    this.#entries.prepend(row(entry));
  }
}

function row(entry: WireEntry): HTMLElement {
  const { id, at, direction, who, method, path, purpose, status, ms } = entry;
  const details = make('details', {
    toggle: () => {
      if (details.open && details.childElementCount === 1) details.append(...bodies(entry));
    },
  });
  const isIn = direction === 'in';
  details.append(
    make(
      'summary',
      {},
      make('span', { class: `way ${direction}` }, isIn ? `${who} → bot` : `bot → ${who}`),
      make('span', { class: status < 400 ? 'status' : 'status bad' }, String(status)),
      make('span', { class: 'ms' }, `${ms} ms`),
      make('span', { class: 'purpose' }, purpose || 'consulta'),
      make('span', { class: 'path' }, `${method} ${path}`),
      make('time', { datetime: at }, timeOf(at)),
      icon('chevron'),
    ),
  );
  return make('li', { 'data-entry': String(id) }, details);
}

function bodies({ request, response }: WireEntry): HTMLElement[] {
  return [json('Lo que se envió', request), json('Lo que se respondió', response)];
}

function json(title: string, value: unknown): HTMLElement {
  if (value === undefined) return make('p', { class: 'nothing' }, `${title}: nada.`);
  const text = JSON.stringify(value, null, 2);
  const words = make('span', {}, 'Copiar');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    words.textContent = 'Copiado';
  };
  return make(
    'div',
    { class: 'json' },
    make('h3', {}, title),
    make(
      'button',
      { type: 'button', class: 'small', 'aria-label': `Copiar: ${title}`, click: () => void copy() },
      icon('copy'),
      words,
    ),
    make('pre', { tabindex: '0', role: 'region', 'aria-label': title }, text),
  );
}
