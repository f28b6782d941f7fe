import type * as Library from 'adaptivecards';
import { withPeople } from './card-people.js';
import { CARD_CSS } from './card-style.js';
import { make } from './dom.js';
import { HOST_CONFIG } from './host-config.js';
import type { ActionOutcome, CardAction, CardJson, Person } from './types.js';

declare const AdaptiveCards: typeof Library;
declare const markdownit: (options: { html: boolean; breaks: boolean }) => { render(text: string): string };

const FAILED = 'No se pudo completar. Vuelve a intentarlo; lo que escribiste sigue aquí.';

let markdown: { render(text: string): string } | undefined;

let sheet: CSSStyleSheet | undefined;

function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_CSS);
  }
  return sheet;
}

/** Converts Markdown to HTML; HTML in it stays text. */
export function toHtml(text: string): string {
  markdown ??= markdownit({ html: false, breaks: true });
  return markdown.render(text);
}

/**
 * Renders a card for one person. Each card has its own shadow root, because the library uses input ids as ids
 * of the document.
 */
export function renderCard(
  card: CardJson,
  people: readonly Person[],
  act: (action: CardAction) => Promise<ActionOutcome>,
): HTMLElement {
  const host = make('div', { class: 'card' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet()];

  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = toHtml(text);
    result.didProcess = true;
  };
  const view = new AdaptiveCards.AdaptiveCard();
  view.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIG);
  view.parse(withPeople(card, people));
  view.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      window.open(action.url, '_blank', 'noopener');
      return;
    }
    const sent = toAction(action);
    if (sent) void perform(host, sent, act);
  };
  const rendered = view.render();
  if (rendered) root.append(rendered);
  return host;
}

/** Carries out one action at a time. Buttons stay enabled meanwhile, since a disabled one would lose the focus. */
async function perform(
  host: HTMLElement,
  action: CardAction,
  act: (action: CardAction) => Promise<ActionOutcome>,
): Promise<void> {
  if (host.getAttribute('aria-busy') === 'true') return;
  host.setAttribute('aria-busy', 'true');
  const outcome = await act(action);
  host.removeAttribute('aria-busy');
  host.parentElement?.querySelector('.card-note')?.remove();
  const text = outcome.kind === 'sentence' ? outcome.text : outcome.kind === 'failed' ? FAILED : '';
  if (text === '') return;
  const kind = outcome.kind === 'failed' ? 'card-note failed' : 'card-note';
  host.after(make('p', { class: kind, role: 'status' }, text));
}

function toAction(action: Library.Action): CardAction | undefined {
  const title = action.title ?? '';
  if (action instanceof AdaptiveCards.ExecuteAction) {
    return { kind: 'execute', verb: action.verb, title, data: dataOf(action), trigger: 'manual' };
  }
  return action instanceof AdaptiveCards.SubmitAction
    ? { kind: 'submit', verb: '', title, data: dataOf(action), trigger: 'manual' }
    : undefined;
}

/** Returns the data of the action with the values of the inputs. */
function dataOf({ data }: { data: object | undefined }): Record<string, unknown> {
  return { ...data };
}
