import type { CardJson, ChatMessage } from './types.js';

const LONGEST = 160;

/** One line of a message: its text, or the first words of its card. */
export function previewOf(message: ChatMessage, viewerId: string): string {
  const text = message.text || firstText(message.views[viewerId] ?? message.card) || 'Tarjeta';
  return text
    .replace(/<[^>]+>|[*_`#>]|\[(\d+)\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

function firstText(part: CardJson | undefined): string | undefined {
  if (!part) return undefined;
  if (part.type === 'TextBlock' && typeof part.text === 'string' && part.text !== '') return part.text;
  if (part.type === 'RichTextBlock' && Array.isArray(part.inlines)) {
    return part.inlines
      .map((run: string | { text?: string }) => (typeof run === 'string' ? run : run.text))
      .join('');
  }
  for (const children of [part.body, part.items, part.columns]) {
    if (!Array.isArray(children)) continue;
    for (const child of children as CardJson[]) {
      const found = firstText(child);
      if (found) return found;
    }
  }
  return undefined;
}
