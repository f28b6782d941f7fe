/** The menu of a message, with the commands that the app has there. */
import { make } from './dom.js';
import { icon } from './icons.js';
import { openBeside } from './popover.js';
import type { ChatMessage } from './types.js';

/** Those of `composeExtensions` in the manifest whose context is a message. */
const COMMANDS = [
  { id: 'report.quote', title: 'Reportar esto' },
  { id: 'recognition.quote', title: 'Reconocer a esta persona' },
];

/** @param run opens the dialog of a command. */
export function messageMenu({ id }: ChatMessage, run: (commandId: string) => void): HTMLElement {
  const menuId = `commands-${id}`;
  const menu = make('div', { class: 'commands', popover: 'auto', id: menuId });
  for (const command of COMMANDS) {
    const choose = () => {
      menu.hidePopover();
      run(command.id);
    };
    menu.append(make('button', { type: 'button', class: 'row', click: choose }, command.title));
  }
  const title = 'Más acciones de este mensaje';
  const button = make(
    'button',
    { type: 'button', class: 'plain more-actions', popovertarget: menuId, title, 'aria-label': title },
    icon('more'),
  );
  openBeside(menu, button);
  menu.addEventListener('toggle', () => menu.querySelector('button')?.focus());
  return make('span', {}, button, menu);
}
