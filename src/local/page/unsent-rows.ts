import { make } from './dom.js';
import { icon } from './icons.js';
import type { Outgoing, Unsent } from './outgoing.js';

/** What was sent from a chat and has not arrived, below its messages. */
export function unsentRow(item: Unsent, outgoing: Outgoing): HTMLElement {
  const bubble = make('div', { class: 'bubble' }, make('p', {}, item.text));
  if (item.state === 'sending') {
    bubble.append(make('p', { class: 'sending' }, 'Enviando…'));
  } else {
    bubble.append(
      make('p', { class: 'not-sent', role: 'alert' }, icon('warning'), 'No se pudo enviar. Sigue aquí.'),
      make(
        'div',
        { class: 'unsent-actions' },
        make(
          'button',
          { type: 'button', class: 'small', click: () => void outgoing.send(item.key) },
          'Enviar otra vez',
        ),
        make('button', { type: 'button', class: 'small', click: () => outgoing.discard(item) }, 'Descartar'),
      ),
    );
  }
  return make(
    'article',
    { class: `message mine unsent ${item.state}`, 'aria-label': 'Mensaje sin enviar' },
    bubble,
  );
}
