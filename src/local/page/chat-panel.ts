import { avatar, chatAvatar, shortNameOf } from './avatar.js';
import { Composer } from './composer.js';
import { openDialog, openTask } from './dialog.js';
import { make } from './dom.js';
import { icon } from './icons.js';
import { type KeptMap, placeOf } from './kept.js';
import { MeetingBar } from './meeting-bar.js';
import { walkMessages } from './message-keys.js';
import { MessageList } from './message-list.js';
import type { Outgoing } from './outgoing.js';
import { describe, firstNameOf } from './people.js';
import { openSearch } from './search-dialog.js';
import { act } from './server.js';
import type { Session } from './session.js';
import { CHANNEL_STARTERS, startersOf } from './starters.js';
import { commandButton, filePicker } from './tools.js';
import type { ActionOutcome, CardAction, ChatMessage, Conversation, Person, State } from './types.js';
import { unsentRow } from './unsent-rows.js';

const TYPING_MS = 4_000;

export interface PanelParts {
  state: State;
  session: Session;
  tints: ReadonlyMap<string, string>;
  outgoing: Outgoing;
  drafts: KeptMap<string>;
  conversation: Conversation;
  /** Whose chat with the bot it is; in a channel, everybody writes. */
  owner?: Person | undefined;
}

/** One chat: header, messages, composer. */
export class ChatPanel {
  readonly element: HTMLElement;
  readonly #list: MessageList;
  readonly #unsent = make('div', { class: 'unsent-rows' });
  readonly #typing: HTMLElement;
  readonly #meeting: MeetingBar | undefined;
  readonly #foot = make('div');
  #composer: Composer | undefined;
  #typingTimer = 0;

  constructor(private readonly parts: PanelParts) {
    const { conversation, owner, state, session, tints } = parts;
    const label = owner ? `Chat de ${owner.name} con ${state.bot.name}` : (conversation.name ?? '');
    const isMeeting = conversation.kind === 'groupChat';
    this.#meeting = isMeeting
      ? new MeetingBar({ state, conversationId: conversation.id, viewer: () => this.#viewer })
      : undefined;
    this.#list = new MessageList({
      state,
      tints,
      viewerId: () => this.#viewer.id,
      act: (message, action) => this.#act(message, action),
      command: owner ? undefined : (message, commandId) => void this.#command(commandId, message.id),
    });
    this.#list.element.setAttribute('aria-label', `Mensajes. ${label}`);
    this.#list.element.append(this.#unsent);
    walkMessages(this.#list.element, () => this.#composer?.focus());
    this.#typing = make('p', { class: 'typing', hidden: true }, `${state.bot.name} está escribiendo…`);
    this.element = make(
      'section',
      { class: 'chat', hidden: true, 'aria-label': label, 'data-conversation': conversation.id },
      this.#head(() => session.showList()),
      this.#meeting?.element,
      this.#list.element,
      this.#typing,
      this.#foot,
    );
  }

  show(message: ChatMessage): void {
    if (message.from === this.parts.state.bot.id) this.#stopTyping();
    this.#list.show(message);
  }

  remove(id: string): void {
    this.#list.remove(id);
  }

  /** Somebody has joined the meeting or left it. */
  present(id: string, isIn: boolean): void {
    this.#meeting?.changed(id, isIn);
  }

  /** After the connection was lost. */
  presentNow(present: State['present']): void {
    this.#meeting?.know(present);
  }

  typing(): void {
    this.#typing.hidden = false;
    window.clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => this.#stopTyping(), TYPING_MS);
  }

  /** Shows the chat to the person of the session. @param from the message to begin at, by default the newest. */
  open(messages: readonly ChatMessage[], from?: string): void {
    this.element.hidden = false;
    // In a channel, somebody else may look at it than before.
    for (const message of messages) this.#list.show(message);
    this.#meeting?.draw();
    this.#compose();
    this.drawUnsent();
    this.#list.scrollTo(from);
  }

  close(): void {
    this.element.hidden = true;
  }

  focus(isNarrow: boolean): void {
    if (isNarrow) this.element.querySelector<HTMLElement>('.to-list')?.focus();
    else this.#composer?.focus();
  }

  /** Puts words in the text box. */
  suggest(text: string): void {
    this.#composer?.fill(text);
  }

  drawUnsent(): void {
    const { outgoing, conversation } = this.parts;
    const items = outgoing.of(this.#viewer.id, conversation.id);
    const before = this.#unsent.childElementCount;
    const hadFocus = this.#unsent.contains(document.activeElement);
    this.#unsent.replaceChildren(...items.map((item) => unsentRow(item, outgoing)));
    if (items.length > before) this.#list.scrollToEnd();
    if (hadFocus) this.#composer?.focus();
  }

  get #viewer(): Person {
    return this.parts.owner ?? this.parts.session.me;
  }

  #head(toList: () => void): HTMLElement {
    const { conversation, owner, state } = this.parts;
    const isMeeting = conversation.kind === 'groupChat';
    const label = 'Volver a la lista';
    return make(
      'header',
      { class: 'chat-head' },
      make(
        'button',
        { type: 'button', class: 'plain to-list', 'aria-label': label, title: label, click: toList },
        icon('back'),
      ),
      owner ? avatar(state.bot.name) : chatAvatar(conversation),
      make(
        'div',
        {},
        make('h2', {}, owner ? state.bot.name : shortNameOf(conversation)),
        make(
          'p',
          {},
          owner
            ? `${owner.name} · ${describe(owner, state.people)}`
            : isMeeting
              ? 'Chat de la reunión'
              : `${state.team.name} · canal`,
        ),
      ),
    );
  }

  #compose(): void {
    const { owner, conversation, drafts, outgoing } = this.parts;
    const viewer = this.#viewer;
    const first = firstNameOf(viewer);
    const place = placeOf(viewer.id, conversation.id);
    this.#composer = new Composer({
      invitation: owner ? `Escribe como ${first}…` : `Pregúntale al bot como ${first}…`,
      starters: owner ? startersOf(owner) : CHANNEL_STARTERS,
      tools: [
        owner
          ? filePicker((file) => void outgoing.sendFile(viewer.id, conversation.id, file))
          : commandButton('Nueva capacitación', 'add', () => void this.#command('training.start')),
        commandButton('Buscar en la política', 'search', () =>
          openSearch({ personId: viewer.id, conversationId: conversation.id }),
        ),
      ],
      draft: drafts.get(place) ?? '',
      onDraft: (text) => drafts.set(place, text === '' ? undefined : text),
      onSend: (text) => void outgoing.sendText(viewer.id, conversation.id, text),
      onUp: () => this.#list.focus(),
    });
    this.#foot.replaceChildren(this.#composer.element);
    this.#composer.fit();
  }

  #command(commandId: string, messageId?: string): Promise<void> {
    const { state, conversation } = this.parts;
    return openDialog(
      { personId: this.#viewer.id, conversationId: conversation.id, commandId, messageId },
      state.people,
    );
  }

  async #act(message: ChatMessage, action: CardAction): Promise<ActionOutcome> {
    if (!opensDialog(action)) return act(this.#viewer.id, message, action);
    await openTask(this.#viewer.id, message, action.data, this.parts.state.people);
    // The button that had the focus is gone where the card has changed meanwhile.
    if (document.activeElement === document.body) this.#list.focus(message.id);
    return { kind: 'card' };
  }

  #stopTyping(): void {
    this.#typing.hidden = true;
  }
}

function opensDialog({ kind, data }: CardAction): boolean {
  return kind === 'submit' && (data.msteams as { type?: string } | undefined)?.type === 'task/fetch';
}
