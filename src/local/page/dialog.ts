import { renderCard } from './card-view.js';
import { askDialog } from './server.js';
import type { ActionOutcome, DialogOutcome, Person } from './types.js';

const FAILED = 'No se pudo abrir. Vuelve a intentarlo.';

export interface DialogRequest {
  personId: string;
  conversationId: string;
  commandId: string;
}

/** Opens the dialog of a command over the page. It stays open while the bot answers with another card. */
export async function openDialog(request: DialogRequest, people: readonly Person[]): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'task';
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  show(await askDialog(request));
  dialog.showModal();

  function show(outcome: DialogOutcome): void {
    if (outcome.kind === 'closed') {
      dialog.close();
      return;
    }
    const head = document.createElement('header');
    const title = document.createElement('h2');
    title.textContent = outcome.kind === 'card' ? outcome.title : 'Humanización';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Cerrar';
    close.addEventListener('click', () => dialog.close());
    head.append(title, close);
    dialog.setAttribute('aria-label', title.textContent);
    dialog.replaceChildren(head, content(outcome));
    dialog.scrollTop = 0;
  }

  function content(outcome: DialogOutcome): HTMLElement {
    if (outcome.kind === 'card') {
      return renderCard(outcome.card, people, async ({ data }): Promise<ActionOutcome> => {
        const next = await askDialog({ ...request, data });
        if (next.kind === 'failed') return { kind: 'failed' };
        show(next);
        return { kind: 'card' };
      });
    }
    const words = document.createElement('p');
    words.textContent = outcome.kind === 'sentence' ? outcome.text : FAILED;
    return words;
  }
}
