import type * as Library from 'adaptivecards';
import { CARD_CSS } from './card-style.js';
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
  const host = document.createElement('div');
  host.className = 'card';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet()];

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
    if (sent) void perform(host, root, sent, act);
  };
  const rendered = view.render();
  if (rendered) root.append(rendered);
  return host;
}

async function perform(
  host: HTMLElement,
  root: ShadowRoot,
  action: CardAction,
  act: (action: CardAction) => Promise<ActionOutcome>,
): Promise<void> {
  const buttons = [...root.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  const outcome = await act(action);
  for (const button of buttons) button.disabled = false;
  host.parentElement?.querySelector('.card-note')?.remove();
  const text = outcome.kind === 'sentence' ? outcome.text : outcome.kind === 'failed' ? FAILED : '';
  if (text === '') return;
  const note = document.createElement('p');
  note.className = outcome.kind === 'failed' ? 'card-note failed' : 'card-note';
  note.setAttribute('role', 'status');
  note.textContent = text;
  host.after(note);
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

/**
 * In Teams, the people picker searches the directory while a person types; here, it offers the demo people.
 */
function withPeople(value: unknown, people: readonly Person[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withPeople(item, people));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withPeople(item, people)]),
  );
  if ('choices.data' in copy) {
    delete copy['choices.data'];
    // A prefilled picker shows its name only as a list.
    copy.style = copy.value ? 'compact' : 'filtered';
    copy.choices = people.map(({ id, name }) => ({ title: name, value: id }));
  }
  return copy;
}
