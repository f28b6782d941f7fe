/** Puts the parts of the page together, and passes on what happens. */
import { tintOf } from './avatar.js';
import { ChatList } from './chat-list.js';
import { ChatPanel } from './chat-panel.js';
import { find } from './dom.js';
import { Hints } from './hints.js';
import { KeptMap, placeOf } from './kept.js';
import { isNarrow, isPhone, restorePhone, setPhone } from './layout.js';
import { Outgoing } from './outgoing.js';
import { peopleMenu } from './people-menu.js';
import { previewOf } from './preview.js';
import { Rail } from './rail.js';
import { ReadMarks } from './read-marks.js';
import { Session } from './session.js';
import { isFor, Store } from './store.js';
import { themeChoices } from './theme.js';
import type { ChatEvent, ChatMessage, State } from './types.js';
import { WirePanel } from './wire-panel.js';

export class App {
  readonly #session: Session;
  readonly #store: Store;
  readonly #marks: ReadMarks;
  readonly #panels = new Map<string, ChatPanel>();
  readonly #list: ChatList;
  readonly #rail: Rail;
  readonly #hints: Hints;
  readonly #wire: WirePanel;
  readonly #outgoing = new Outgoing((conversationId) => this.#panels.get(conversationId)?.drawUnsent());
  readonly #drafts = new KeptMap<string>('drafts');
  readonly #announcer = find('.announcer');
  readonly #connection = find('.connection');
  readonly #app = find('.app');
  #shown: ChatPanel | undefined;

  constructor(private readonly state: State) {
    restorePhone();
    const session = new Session(state);
    this.#session = session;
    this.#store = new Store(state.messages);
    this.#marks = new ReadMarks(state, () => this.#update());
    const tints = new Map(state.people.map(({ id }, index) => [id, tintOf(index)]));
    const shared = { state, session, tints, drafts: this.#drafts, outgoing: this.#outgoing };
    for (const conversation of state.conversations) {
      const isPersonal = conversation.kind === 'personal';
      const owner = isPersonal ? session.person(conversation.members[0] ?? '') : undefined;
      const panel = new ChatPanel({ ...shared, conversation, owner });
      this.#panels.set(conversation.id, panel);
      find('.chats').append(panel.element);
    }
    this.#list = new ChatList(find('.list'), { ...shared, store: this.#store, marks: this.#marks });
    this.#rail = new Rail(find('.rail'), {
      toChat: () => session.show(session.personalOf(session.me)),
      toChannels: () => session.show(state.conversations.find(({ kind }) => kind === 'channel')),
      // Teams shows it in a tab of the app.
      toTab: () => window.open(`/local/tab?person=${session.me.id}`, '_blank', 'noopener'),
      toggleWire: () => this.#toggleWire(),
      togglePhone: () => this.#setPhone(!isPhone()),
      people: peopleMenu(state, session, tints),
      themes: themeChoices(),
    });
    this.#hints = new Hints(find('.hint'), session, state, (text) => this.#suggest(text));
    this.#wire = new WirePanel(find('.wire'), () => this.#toggleWire());
    find('.skip').addEventListener('click', () => this.#shown?.focus(false));
    find('.phone-bar button').addEventListener('click', () => this.#setPhone(false));
    session.onChange(() => this.#showOpen(true));
    document.addEventListener('visibilitychange', () => this.#markRead());
    if (!session.open && !isNarrow()) session.start();
    this.#showOpen(false);
  }

  apply(event: ChatEvent): void {
    this.#store.apply(event);
    this.#hints.happened(event);
    if (event.kind === 'typing') {
      this.#panels.get(event.conversationId)?.typing();
      return;
    }
    if (event.kind === 'presence') {
      this.#panels.get(event.conversationId)?.present(event.id, event.isIn);
      return;
    }
    if (event.kind === 'deleted') {
      this.#panels.get(event.conversationId)?.remove(event.id);
    } else {
      this.#outgoing.arrived(event.message);
      // What is not open is drawn when it is opened.
      if (this.#isOpen(event.message.conversationId)) this.#shown?.show(event.message);
      if (event.kind === 'posted' && isFor(event.message, this.#session.me.id)) this.#announce(event.message);
    }
    this.#markRead();
  }

  /** Tells whether the server can be reached. */
  connected(isConnected: boolean): void {
    this.#connection.hidden = isConnected;
  }

  /** Catches up with what happened while the server could not be reached. */
  catchUp({ messages, present }: State): void {
    for (const event of this.#store.missed(messages)) this.apply(event);
    for (const panel of this.#panels.values()) panel.presentNow(present);
  }

  #showOpen(movesFocus: boolean): void {
    const { open, me } = this.#session;
    this.#app.dataset.view = open ? 'chat' : 'list';
    this.#shown?.close();
    this.#shown = open && this.#panels.get(open.id);
    if (open) {
      const seen = this.#store.seenBy(me.id, open.id);
      const unread = this.#marks.unread(me.id, open.id, seen);
      this.#shown?.open(this.#store.of(open.id), unread > 0 ? seen.at(-unread)?.id : undefined);
    }
    this.#markRead();
    if (!movesFocus) return;
    if (this.#shown) this.#shown.focus(isNarrow());
    else this.#list.focusPeople();
  }

  /** Puts words in the text box of one's chat with the bot. */
  #suggest(text: string): void {
    const { me, open } = this.#session;
    const own = this.#session.personalOf(me);
    if (own && open === own) this.#shown?.suggest(text);
    else if (own) {
      this.#drafts.set(placeOf(me.id, own.id), text);
      this.#session.show(own);
    }
  }

  #isOpen(conversationId: string): boolean {
    return this.#session.open?.id === conversationId;
  }

  #announce(message: ChatMessage): void {
    const { conversationId, from } = message;
    if (from !== this.state.bot.id) return;
    const owner = this.state.conversations.find(({ id }) => id === conversationId)?.members[0];
    const person = this.#session.person(owner ?? '');
    this.#announcer.textContent = this.#isOpen(conversationId)
      ? `${this.state.bot.name}: ${previewOf(message, this.#session.me.id)}`
      : `${person?.name ?? 'Un canal'} tiene un mensaje nuevo`;
  }

  /** What is open, in a window that is looked at, is read. */
  #markRead(): void {
    const { open, me } = this.#session;
    const last = open && this.#store.of(open.id).at(-1);
    if (last && document.visibilityState === 'visible') this.#marks.markRead(me.id, last);
    this.#update();
  }

  #update(): void {
    this.#list.update();
    const { unread } = this.#list;
    this.#rail.update({
      unread,
      at: this.#session.open && (this.#session.open.kind === 'channel' ? 'channels' : 'chat'),
      isWireOpen: this.#wire.isOpen,
      isPhone: isPhone(),
    });
    const all = unread.chat + unread.channels + unread.people;
    document.title = `${all > 0 ? `(${all}) ` : ''}Teams local · Bot de Humanización`;
  }

  #toggleWire(): void {
    if (this.#wire.isOpen) this.#wire.close();
    else this.#wire.open();
    this.#update();
    if (!this.#wire.isOpen) find('.rail-wire').focus();
  }

  #setPhone(on: boolean): void {
    setPhone(on);
    if (!on && !this.#session.open) this.#session.show(this.#session.personalOf(this.#session.me));
    // There is more or less room than before.
    this.#showOpen(false);
    find('.rail-phone').focus();
  }
}
