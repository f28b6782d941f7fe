import { make } from './dom.js';
import { icon } from './icons.js';

export interface ComposerParts {
  /** Whose words these are: `Escribe como Ana…`. */
  invitation: string;
  starters: readonly string[];
  /** Tools beside the text. */
  tools: HTMLElement[];
  draft: string;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  /** Asked for with the arrow up, where nothing is written. */
  onUp: () => void;
}

/** Where one writes: suggestions, tools, the text, and the button that sends. */
export class Composer {
  readonly element: HTMLElement;
  readonly #text: HTMLTextAreaElement;

  constructor(private readonly parts: ComposerParts) {
    const { invitation, starters, tools, draft } = parts;
    this.#text = make('textarea', {
      rows: '1',
      placeholder: invitation,
      'aria-label': invitation,
      input: () => this.#changed(),
      keydown: (event) => this.#pressed(event as KeyboardEvent),
    });
    this.#text.value = draft;
    const suggestions = starters.map((text) =>
      make('button', { type: 'button', click: () => parts.onSend(text) }, text),
    );
    this.element = make(
      'form',
      {
        class: 'composer',
        submit: (event) => {
          event.preventDefault();
          this.#send();
        },
      },
      make('div', { class: 'starters', role: 'group', 'aria-label': 'Sugerencias' }, ...suggestions),
      make(
        'div',
        { class: 'write' },
        ...tools,
        this.#text,
        make(
          'button',
          { type: 'submit', class: 'send', title: 'Enviar', 'aria-label': 'Enviar' },
          icon('send'),
        ),
      ),
    );
  }

  focus(): void {
    this.#text.focus({ preventScroll: true });
  }

  /** As high as its text, which can be measured once it is on the page. */
  fit(): void {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight + 2}px`;
  }

  /** Puts words in the box for the person to send or to change. */
  fill(text: string): void {
    this.#text.value = text;
    this.#changed();
    this.focus();
  }

  #changed(): void {
    this.fit();
    this.parts.onDraft(this.#text.value);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' && this.#text.value === '') {
      event.preventDefault();
      this.parts.onUp();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const written = this.#text.value.trim();
    if (written === '') return;
    this.#text.value = '';
    this.#changed();
    this.parts.onSend(written);
  }
}
