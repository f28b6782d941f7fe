/**
 * Walking through the messages with the keyboard: arrows from one to the next, Enter into its card, Escape back to
 * the message and from there to the text box.
 */
const CONTROLS = 'button, input, textarea, select, a[href]';

export function walkMessages(list: HTMLElement, leave: () => void): void {
  list.addEventListener('keydown', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('.message');
    const isOnRow = event.target === row || event.target === list;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (row && !isOnRow) row.focus();
      else leave();
      return;
    }
    if (!isOnRow) return;
    if (event.key === 'Enter' && row) enter(row, event);
    const next = neighbour(list, row, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

function neighbour(list: HTMLElement, row: HTMLElement | null, key: string): HTMLElement | undefined {
  const rows = [...list.querySelectorAll<HTMLElement>('.message')];
  const at = row ? rows.indexOf(row) : rows.length;
  if (key === 'ArrowDown') return rows[row ? at + 1 : 0];
  if (key === 'ArrowUp') return rows[at - 1];
  if (key === 'Home') return rows[0];
  return key === 'End' ? rows.at(-1) : undefined;
}

function enter(row: HTMLElement, event: KeyboardEvent): void {
  const inCard = row.querySelector('.card')?.shadowRoot?.querySelector<HTMLElement>(CONTROLS);
  const control = inCard ?? row.querySelector<HTMLElement>(CONTROLS);
  if (!control) return;
  event.preventDefault();
  control.focus();
}
