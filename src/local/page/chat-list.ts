/** The list on the left: who one is, one's chats, the channels, and the people whom one can be. */
import { avatar, chatAvatar, shortNameOf } from './avatar.js';
import { ChatRow } from './chat-row.js';
import { make } from './dom.js';
import { type KeptMap, placeOf } from './kept.js';
import { describe, firstNameOf } from './people.js';
import { previewOf } from './preview.js';
import type { ReadMarks } from './read-marks.js';
import type { Session } from './session.js';
import type { Store } from './store.js';
import { briefly } from './times.js';
import type { Conversation, Person, State } from './types.js';

export interface ListParts {
  state: State;
  session: Session;
  store: Store;
  marks: ReadMarks;
  drafts: KeptMap<string>;
  tints: ReadonlyMap<string, string>;
}

export class ChatList {
  readonly #me = make('div', { class: 'me' });
  readonly #own: ChatRow;
  readonly #channels: { row: ChatRow; channel: Conversation }[];
  readonly #people: { row: ChatRow; person: Person }[];
  readonly #peopleList: HTMLElement;

  constructor(
    element: HTMLElement,
    private readonly parts: ListParts,
  ) {
    const { state, session } = parts;
    this.#own = new ChatRow('own', () => session.show(session.personalOf(session.me)));
    this.#channels = state.conversations
      .filter(({ kind }) => kind !== 'personal')
      .map((channel) => ({ channel, row: new ChatRow('channel', () => session.show(channel)) }));
    this.#people = state.people.map((person) => ({
      person,
      row: new ChatRow('person', () => session.be(person)),
    }));
    this.#peopleList = section(
      'Cambiar de persona',
      this.#people.map(({ row }) => row),
    );
    element.append(
      this.#me,
      section('Chat', [this.#own]),
      section(state.team.name, this.#rowsOf('channel')),
      section('Reuniones', this.#rowsOf('groupChat')),
      this.#peopleList,
    );
    element.addEventListener('keydown', (event) => walk(element, event));
    this.update();
  }

  /** Unread messages of oneself, of the channels, and of everybody else. */
  get unread(): { chat: number; channels: number; people: number } {
    const { session } = this.parts;
    const own = (person: Person) => this.#unread(person, session.personalOf(person));
    const others = this.parts.state.people.filter(({ id }) => id !== session.me.id);
    return {
      chat: own(session.me),
      channels: sum(this.#channels.map(({ channel }) => this.#unread(session.me, channel))),
      people: sum(others.map(own)),
    };
  }

  focusPeople(): void {
    this.#peopleList.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  update(): void {
    const { state, session, tints } = this.parts;
    const { me } = session;
    this.#me.replaceChildren(
      avatar(me.name, tints.get(me.id)),
      make(
        'div',
        {},
        make('p', { class: 'me-name' }, 'Eres ', make('strong', {}, me.name)),
        make('p', { class: 'me-line' }, describe(me, state.people)),
      ),
    );
    const own = session.personalOf(me);
    this.#own.update({
      ...this.#said(me, own),
      name: state.bot.name,
      avatar: avatar(state.bot.name),
      isCurrent: own !== undefined && session.open === own,
    });
    for (const { row, channel } of this.#channels) {
      const isCurrent = session.open === channel;
      const [name, disc] = [shortNameOf(channel), chatAvatar(channel)];
      row.update({ ...this.#said(me, channel), name, avatar: disc, isCurrent });
    }
    for (const { row, person } of this.#people) {
      row.update({
        ...this.#said(person, session.personalOf(person)),
        name: person.name,
        avatar: avatar(person.name, tints.get(person.id)),
        isCurrent: person === me,
        note: person === me ? 'tú' : undefined,
      });
    }
  }

  #rowsOf(kind: Conversation['kind']): ChatRow[] {
    return this.#channels.filter(({ channel }) => channel.kind === kind).map(({ row }) => row);
  }

  /** What was said last in a chat, as this person sees it. */
  #said(person: Person, chat: Conversation | undefined) {
    const last = chat && this.parts.store.seenBy(person.id, chat.id).at(-1);
    const time = last ? briefly(last.at) : '';
    const draft = chat && this.parts.drafts.get(placeOf(person.id, chat.id));
    const said = last ? `${this.#author(last.from)}${previewOf(last, person.id)}` : '';
    return { line: draft ? `Borrador: ${draft}` : said, time, unread: this.#unread(person, chat) };
  }

  #author(from: string): string {
    const author = this.parts.session.person(from);
    if (author === this.parts.session.me) return 'Tú: ';
    return author ? `${firstNameOf(author)}: ` : '';
  }

  #unread(person: Person, chat: Conversation | undefined): number {
    return chat
      ? this.parts.marks.unread(person.id, chat.id, this.parts.store.seenBy(person.id, chat.id))
      : 0;
  }
}

function section(title: string, rows: readonly ChatRow[]): HTMLElement {
  const heading = make('h2', {}, title);
  return make('section', {}, heading, make('ul', {}, ...rows.map(({ element }) => element)));
}

function walk(list: HTMLElement, event: KeyboardEvent): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  const rows = [...list.querySelectorAll<HTMLElement>('.row')];
  const next = rows[rows.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
