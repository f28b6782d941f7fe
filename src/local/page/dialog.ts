import { renderCard } from './card-view.js';
import { askDialog, askTask } from './server.js';
import type { ActionOutcome, ChatMessage, DialogOutcome, Person } from './types.js';

const FAILED = 'No se pudo abrir. Vuelve a intentarlo.';

/** Sends what was entered; without it, opens the dialog. */
type Ask = (entered?: Record<string, unknown>) => Promise<DialogOutcome>;

/** Opens the dialog of a command of the message box. */
export function openDialog(
  request: { personId: string; conversationId: string; commandId: string },
  people: readonly Person[],
): Promise<void> {
  return openWith((data) => askDialog({ ...request, data }), people);
}

/** Opens the dialog of a card's button. */
export function openTask(
  personId: string,
  { conversationId, id: messageId }: ChatMessage,
  data: Record<string, unknown>,
  people: readonly Person[],
): Promise<void> {
  const request = { personId, conversationId, messageId };
  const ask: Ask = (entered) =>
    askTask({ ...request, phase: entered ? 'submit' : 'fetch', data: entered ?? data });
  return openWith(ask, people);
}

/** The dialog stays open while the bot answers with another card. */
async function openWith(ask: Ask, people: readonly Person[]): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'task';
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  show(await ask());
  if (dialog.isConnected) dialog.showModal();

  function show(outcome: DialogOutcome): void {
    if (outcome.kind === 'closed') {
      dialog.close();
      dialog.remove();
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
        const next = await ask(data);
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
