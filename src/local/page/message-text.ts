import { toHtml } from './card-view.js';
import { make } from './dom.js';
import type { ChatMessage } from './types.js';

/** Shows a person's text without formatting. */
export function plain(text: string): HTMLElement {
  return make('p', {}, text);
}

/** Shows the bot's Markdown, with `[1]` as a reference to its source. */
export function formatted(message: ChatMessage): HTMLElement {
  const element = make('div');
  element.innerHTML = toHtml(message.text ?? '').replace(/\[(\d+)\]/g, (whole, number: string) => {
    const source = message.citations?.[Number(number) - 1];
    if (!source) return whole;
    return make('span', { class: 'cite', title: `${source.name}\n${source.abstract}` }, number).outerHTML;
  });
  return element;
}
