import { toHtml } from './card-view.js';
import type { ChatMessage } from './types.js';

/** Shows a person's text without formatting. */
export function plain(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

/** Shows the bot's Markdown, with `[1]` as a reference to its source. */
export function formatted(message: ChatMessage): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = toHtml(message.text ?? '').replace(/\[(\d+)\]/g, (whole, number: string) => {
    const source = message.citations?.[Number(number) - 1];
    if (!source) return whole;
    const cite = document.createElement('span');
    cite.className = 'cite';
    cite.title = `${source.name}\n${source.abstract}`;
    cite.textContent = number;
    return cite.outerHTML;
  });
  return element;
}
