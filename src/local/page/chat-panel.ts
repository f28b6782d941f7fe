import { avatar } from './avatar.js';
import { renderCard } from './card-view.js';
import { openDialog, openTask } from './dialog.js';
import { icon } from './icons.js';
import { formatted, plain } from './message-text.js';
import { act, say, sendFile } from './server.js';
import { CHANNEL_STARTERS, startersOf } from './starters.js';
import type {
  ActionOutcome,
  CardAction,
  CardJson,
  ChatMessage,
  Conversation,
  Person,
  State,
} from './types.js';

/** A card refreshes when it becomes visible, and then at most once a minute, as in Teams. */
const REFRESH_EVERY_MS = 60_000;
const TYPING_MS = 4_000;

const TIME = new Intl.DateTimeFormat('es-CO', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'America/Bogota',
});

export interface PanelOptions {
  state: State;
  conversation: Conversation;
  /** The person who looks at it; in the channel, the person is chosen below. */
  owner?: Person;
  tint: string;
  tints: ReadonlyMap<string, string>;
}

/** One chat: header, messages, composer. */
export class ChatPanel {
  readonly element = document.createElement('section');
  readonly #list = document.createElement('div');
  readonly #typing = document.createElement('div');
  readonly #rows = new Map<string, HTMLElement>();
  readonly #contents = new Map<string, string>();
  readonly #messages = new Map<string, ChatMessage>();
  readonly #refreshed = new Map<string, number>();
  readonly #seen = new IntersectionObserver((entries) => this.#refreshSeen(entries), { root: this.#list });
  #typingTimer = 0;

  constructor(private readonly options: PanelOptions) {
    const { conversation, owner, tint } = options;
    const title = owner?.name ?? 'Canal General';
    this.element.className = 'chat';
    this.element.dataset.conversation = conversation.id;
    this.element.style.setProperty('--tint', tint);
    this.element.setAttribute('aria-label', owner ? `Chat de ${title} con el bot` : title);
    this.#list.className = 'messages';
    this.#list.setAttribute('role', 'log');
    this.#list.tabIndex = 0;
    this.#list.setAttribute('aria-label', `Mensajes: ${title}`);
    this.#typing.className = 'typing';
    this.#typing.hidden = true;
    this.#typing.textContent = `${options.state.bot.name} está escribiendo…`;
    this.element.append(this.#head(title), this.#list, this.#typing, this.#composer());
  }

  /** Shows a new or changed message. */
  show(message: ChatMessage): void {
    this.#messages.set(message.id, message);
    const before = this.#rows.get(message.id);
    const content = JSON.stringify([message.text, this.#cardOf(message)]);
    // Redrawing a card would lose what is typed in it.
    if (this.#contents.get(message.id) === content) return;
    this.#contents.set(message.id, content);
    const row = this.#row(message);
    this.#rows.set(message.id, row);
    this.#seen.observe(row);
    if (before) {
      this.#seen.unobserve(before);
      before.replaceWith(row);
    } else {
      this.#stopTyping();
      this.#list.append(row);
    }
    this.#scrollTo(row, !before);
    this.#refresh(message, before !== undefined);
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row) this.#seen.unobserve(row);
    row?.remove();
    this.#rows.delete(id);
    this.#contents.delete(id);
    this.#messages.delete(id);
  }

  typing(): void {
    this.#typing.hidden = false;
    window.clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => this.#stopTyping(), TYPING_MS);
  }

  #stopTyping(): void {
    this.#typing.hidden = true;
  }

  #scrollTo(row: HTMLElement, isNew: boolean): void {
    if (isNew) this.#list.scrollTop = row.offsetTop - this.#list.offsetTop - 12;
  }

  #head(title: string): HTMLElement {
    const { owner, tint, state } = this.options;
    const head = document.createElement('header');
    head.className = 'chat-head';
    const words = document.createElement('div');
    const name = document.createElement('h2');
    name.textContent = title;
    const line = document.createElement('p');
    line.textContent = owner ? describe(owner, state.people) : 'Todo el equipo · aquí se menciona al bot';
    words.append(name, line);
    head.append(avatar(owner ? title : '#', tint), words);
    return head;
  }

  #row(message: ChatMessage): HTMLElement {
    const { state, tints, owner } = this.options;
    const author = state.people.find(({ id }) => id === message.from);
    const row = document.createElement('article');
    row.className = 'message';
    row.dataset.message = message.id;
    if (author && author.id === owner?.id) row.classList.add('mine');
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.append(this.#meta(message, author?.name ?? state.bot.name));
    if (message.text) bubble.append(author ? plain(message.text) : formatted(message));
    const card = this.#cardOf(message);
    if (card) {
      row.classList.add('has-card');
      bubble.append(this.#card(message, card));
    }
    row.append(avatar(author?.name ?? state.bot.name, author && tints.get(author.id)), bubble);
    return row;
  }

  /** Returns the owner's view; in the channel, the view of the person who is chosen to write. */
  #cardOf(message: ChatMessage): CardJson | undefined {
    return message.views[this.#speaker()] ?? message.card;
  }

  #card(message: ChatMessage, card: CardJson): HTMLElement {
    return renderCard(card, this.options.state.people, (action) => this.#act(message, action));
  }

  async #act(message: ChatMessage, action: CardAction): Promise<ActionOutcome> {
    if (!opensDialog(action)) return act(this.#speaker(), message, action);
    await openTask(this.#speaker(), message, action.data, this.options.state.people);
    return { kind: 'card' };
  }

  #refreshSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const message = this.#messages.get((target as HTMLElement).dataset.message ?? '');
      if (isIntersecting && message) this.#refresh(message, false);
    }
  }

  /** A replaced card refreshes at once for the person who looks at it. */
  #refresh(message: ChatMessage, isEdit: boolean): void {
    const viewer = this.#speaker();
    const action = message.card?.refresh?.action;
    if (viewer === '' || !action) return;
    const now = Date.now();
    const isNew = isEdit && message.views[viewer] === undefined;
    if (!isNew && now - (this.#refreshed.get(message.id) ?? 0) < REFRESH_EVERY_MS) return;
    this.#refreshed.set(message.id, now);
    void act(viewer, message, {
      kind: 'execute',
      verb: action.verb ?? '',
      title: '',
      data: action.data ?? {},
      trigger: 'automatic',
    });
  }

  #meta(message: ChatMessage, name: string): HTMLElement {
    const meta = document.createElement('div');
    meta.className = 'meta';
    const who = document.createElement('strong');
    who.textContent = name;
    const when = document.createElement('time');
    when.dateTime = message.at;
    when.textContent = TIME.format(new Date(message.at));
    meta.append(who, when);
    if (message.edited) meta.append('actualizado');
    if (message.aiLabel) meta.append('Con ayuda de IA');
    return meta;
  }

  #composer(): HTMLElement {
    const { owner, state } = this.options;
    const form = document.createElement('form');
    form.className = 'composer';
    const starters = document.createElement('div');
    starters.className = 'starters';
    for (const text of owner ? startersOf(owner) : CHANNEL_STARTERS) {
      const starter = document.createElement('button');
      starter.type = 'button';
      starter.textContent = text;
      starter.addEventListener('click', () => void this.#say(text));
      starters.append(starter);
    }
    const write = document.createElement('div');
    write.className = 'write';
    const text = document.createElement('textarea');
    text.rows = 1;
    text.placeholder = owner ? `Escribe como ${owner.name.split(' ')[0]}…` : 'Pregúntale al bot…';
    text.setAttribute('aria-label', text.placeholder);
    const send = document.createElement('button');
    send.type = 'submit';
    send.textContent = 'Enviar';
    if (owner) write.append(this.#filePicker());
    if (!owner) {
      const chosen = speakers(state.people);
      chosen.addEventListener('change', () => {
        for (const message of this.#messages.values()) this.show(message);
      });
      write.append(chosen, this.#extension());
    }
    write.append(text, send);
    const submit = () => {
      const written = text.value.trim();
      if (written === '') return;
      text.value = '';
      void this.#say(written);
    };
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
    });
    form.append(starters, write);
    return form;
  }

  /** A button that opens the file picker. */
  #filePicker(): HTMLElement {
    const label = document.createElement('label');
    label.className = 'attach';
    label.title = 'Adjuntar un archivo';
    const input = document.createElement('input');
    input.type = 'file';
    input.setAttribute('aria-label', label.title);
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void sendFile(this.#speaker(), this.options.conversation.id, file);
      input.value = '';
    });
    label.append(icon('attach'), input);
    return label;
  }

  /** The message box command that opens a dialog. */
  #extension(): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'extension';
    button.append(icon('add'));
    button.title = 'Nueva capacitación';
    button.setAttribute('aria-label', button.title);
    button.addEventListener('click', () => {
      const { state, conversation } = this.options;
      const request = {
        personId: this.#speaker(),
        conversationId: conversation.id,
        commandId: 'training.start',
      };
      void openDialog(request, state.people);
    });
    return button;
  }

  #say(text: string): Promise<void> {
    return say(this.#speaker(), this.options.conversation.id, text);
  }

  #speaker(): string {
    const chosen = this.element.querySelector('select')?.value;
    return this.options.owner?.id ?? chosen ?? '';
  }
}

function opensDialog({ kind, data }: CardAction): boolean {
  return kind === 'submit' && (data.msteams as { type?: string } | undefined)?.type === 'task/fetch';
}

function speakers(people: readonly Person[]): HTMLElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'Quién escribe en el canal');
  for (const { id, name } of people) select.append(new Option(name, id));
  return select;
}

function describe(person: Person, people: readonly Person[]): string {
  const superior = people.find(({ id }) => id === person.superiorId);
  return [person.area, superior ? `superior: ${superior.name}` : 'sin superior'].join(' · ');
}
