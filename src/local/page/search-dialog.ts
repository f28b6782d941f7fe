/** The search over the message box: what is chosen goes into the chat, as a message of the person. */
import { make } from './dom.js';
import { icon } from './icons.js';
import { searchFor, share } from './server.js';
import type { SearchRow } from './types.js';

const PAUSE_MS = 250;
const PAGE = 10;

interface Place {
  personId: string;
  conversationId: string;
}

export function openSearch(place: Place): void {
  const dialog = make('dialog', { class: 'task search', 'aria-labelledby': 'search-title' });
  const close = make(
    'button',
    { type: 'button', class: 'plain', 'aria-label': 'Cerrar', title: 'Cerrar', click: () => dialog.close() },
    icon('close'),
  );
  const label = 'Una palabra o una pregunta';
  const input = make('input', { type: 'search', placeholder: label, 'aria-label': label });
  const rows = make('ul', { class: 'found' });
  const said = make('p', { role: 'status' });
  const more = make('button', { type: 'button', hidden: true, click: () => void load(shown) }, 'Ver más');
  let shown = 0;
  let timer = 0;
  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void load(0), PAUSE_MS);
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(
    make('header', {}, make('h2', { id: 'search-title' }, 'Buscar en la política'), close),
    input,
    said,
    rows,
    more,
  );
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
  void load(0);

  async function load(skip: number): Promise<void> {
    const typed = input.value;
    const found = await searchFor({ ...place, commandId: 'policy.search', text: typed, skip, count: PAGE });
    // Somebody went on typing.
    if (typed !== input.value) return;
    said.textContent = found.text;
    rows.replaceChildren(...(skip === 0 ? [] : rows.children), ...found.rows.map(rowOf));
    shown = skip + found.rows.length;
    more.hidden = found.rows.length < PAGE;
  }

  function rowOf({ title, text, card }: SearchRow): HTMLElement {
    const choose = async () => {
      await share({ ...place, card });
      dialog.close();
    };
    return make(
      'li',
      {},
      make(
        'button',
        { type: 'button', class: 'row', click: () => void choose() },
        make('span', { class: 'who' }, make('strong', {}, title), make('span', {}, text)),
      ),
    );
  }
}
