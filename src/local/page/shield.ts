/** The shield of a message with a sensitivity label. Teams shows what to mind when it is pointed at or tapped. */
import { make } from './dom.js';
import { icon } from './icons.js';
import { openBeside } from './popover.js';
import type { ChatMessage } from './types.js';

export function shield(
  messageId: string,
  { name, description }: NonNullable<ChatMessage['sensitivity']>,
): HTMLElement {
  const noteId = `sensitivity-${messageId}`;
  const note = make('div', { class: 'sensitivity-note', popover: 'auto', id: noteId }, description);
  const button = make(
    'button',
    { type: 'button', class: 'plain shield', popovertarget: noteId, title: description },
    icon('shield'),
    name,
  );
  openBeside(note, button);
  return make('span', {}, button, note);
}
