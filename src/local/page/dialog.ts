import { renderCard } from './card-view.js';
import { make } from './dom.js';
import { icon } from './icons.js';
import { askDialog, askTask } from './server.js';
import type { ActionOutcome, ChatMessage, DialogOutcome, Person } from './types.js';

const FAILED = 'No se pudo abrir. Vuelve a intentarlo.';

/** Sends what was entered; without it, opens the dialog. */
type Ask = (entered?: Record<string, unknown>) => Promise<DialogOutcome>;

/** Opens the dialog of a command of the message box, or of a message. Resolves when it is closed. */
export function openDialog(
  request: { personId: string; conversationId: string; commandId: string; messageId?: string | undefined },
  people: readonly Person[],
): Promise<void> {
  return openWith((data) => askDialog({ ...request, data }), people);
}

/** Opens the dialog of a card's button. Resolves when it is closed. */
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
  const first = await ask();
  if (first.kind === 'closed') return;
  const dialog = make('dialog', { class: 'task', 'aria-labelledby': 'task-title' });
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
  document.body.append(dialog);
  show(first);
  dialog.showModal();
  return closed;

  function show(outcome: DialogOutcome): void {
    if (outcome.kind === 'closed') {
      dialog.close();
      return;
    }
    const title = outcome.kind === 'card' ? outcome.title : 'Humanización';
    const close = make(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': 'Cerrar',
        title: 'Cerrar',
        click: () => dialog.close(),
      },
      icon('close'),
    );
    const heading = make('h2', { id: 'task-title', tabindex: '-1' }, title);
    dialog.replaceChildren(make('header', {}, heading, close), content(outcome));
    dialog.scrollTop = 0;
    // Another card has come in place of the one that had the focus.
    if (dialog.open) heading.focus();
  }

  function content(outcome: DialogOutcome): HTMLElement {
    if (outcome.kind !== 'card') return make('p', {}, outcome.kind === 'sentence' ? outcome.text : FAILED);
    return renderCard(outcome.card, people, async ({ data }): Promise<ActionOutcome> => {
      const next = await ask(data);
      if (next.kind === 'failed') return { kind: 'failed' };
      show(next);
      return { kind: 'card' };
    });
  }
}
