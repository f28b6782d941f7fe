/** The chats of the local Teams: their members and messages, as a client would store them. */
import type { Clock } from '../platform/clock.js';
import type { Person } from '../platform/people/person.js';
import type { Journal } from './journal.js';

export const BOT = { id: '28:humanizacion-local', name: 'Humanización' };
export const CHANNEL_ID = '19:general@thread.tacv2';
const CHANNEL_NAME = 'Canal General';
export const MEETING_ID = '19:meeting_local@thread.v2';
const MEETING_NAME = 'Reunión virtual';
/** Somebody without an account of the organisation. */
export const GUEST = { id: 'guest', name: 'Pilar Invitada' };
/** A team has the id of its first channel. */
export const TEAM = { id: CHANNEL_ID, name: 'Equipo de servicio' };

export interface ChatMessage {
  id: string;
  /** Of what a person sent: given by the page, so that sending it again does not show it twice. */
  key?: string;
  conversationId: string;
  /** A person's id, or the bot's. */
  from: string;
  at: string;
  text?: string | undefined;
  card?: object | undefined;
  citations?: { name: string; abstract: string }[];
  /** Tells whether it has the AI label. */
  aiLabel?: boolean;
  /** The sensitivity label, shown as a shield. */
  sensitivity?: { name: string; description: string } | undefined;
  /** Replaces `card` for single people, after an answer that was only for them. By person id. */
  views: Record<string, object>;
  edited: boolean;
  /** The only person who sees it. */
  onlyFor?: string;
}

export interface Conversation {
  id: string;
  /** `groupChat`: the chat of a meeting. */
  kind: 'personal' | 'channel' | 'groupChat';
  /** Of what is no one-to-one chat. */
  name?: string;
  /** The ids of its members. */
  members: string[];
}

export type ChatEvent =
  | { kind: 'posted'; message: ChatMessage }
  | { kind: 'updated'; message: ChatMessage }
  | { kind: 'deleted'; conversationId: string; id: string }
  | { kind: 'typing'; conversationId: string }
  /** Somebody has joined a meeting or left it. */
  | { kind: 'presence'; conversationId: string; id: string; isIn: boolean };

/** In a Teams conversation, a person has an id of the channel, different from the Entra id. */
export const channelId = (personId: string) => `29:${personId}`;
const personalId = (personId: string) => `a:${personId}`;

export class Chats {
  readonly conversations: Map<string, Conversation>;
  readonly #messages = new Map<string, ChatMessage>();
  readonly #present = new Map<string, Set<string>>();
  readonly #listeners = new Set<(event: ChatEvent) => void>();
  #last = 0;

  constructor(
    readonly people: readonly Person[],
    private readonly journal: Journal<ChatEvent>,
    /** The time shown on messages. */
    readonly clock: Clock,
  ) {
    const personal = people.map(
      ({ id }): Conversation => ({
        id: personalId(id),
        kind: 'personal',
        members: [id],
      }),
    );
    const members = people.map(({ id }) => id);
    const channel: Conversation = { id: CHANNEL_ID, kind: 'channel', name: CHANNEL_NAME, members };
    const meeting: Conversation = { id: MEETING_ID, kind: 'groupChat', name: MEETING_NAME, members };
    this.conversations = new Map([...personal, channel, meeting].map((item) => [item.id, item]));
    for (const event of journal.read()) this.#apply(event);
  }

  get messages(): ChatMessage[] {
    return [...this.#messages.values()];
  }

  /** Returns a person's one-to-one conversation with the bot, by either of the person's ids. */
  personalOf(id: string): Conversation | undefined {
    return this.conversations.get(personalId(id.replace(/^29:/, '')));
  }

  /** The ids of those who are in a meeting, the guest's among them. */
  presentIn(conversationId: string): string[] {
    return [...(this.#present.get(conversationId) ?? [])];
  }

  /** Whose chat with the bot it is, or which channel. */
  nameOf(conversationId: string): string {
    const conversation = this.conversations.get(conversationId);
    if (!conversation) return 'Teams';
    const owner = this.people.find(({ id }) => id === conversation.members[0]);
    return conversation.name ?? owner?.name ?? 'Teams';
  }

  find(conversationId: string, messageId: string): ChatMessage | undefined {
    return this.#messages.get(keyOf(conversationId, messageId));
  }

  /** Message ids in Teams are times in milliseconds. */
  nextId(): string {
    this.#last = Math.max(Date.now(), this.#last + 1);
    return String(this.#last);
  }

  listen(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  record(event: ChatEvent): void {
    if (event.kind !== 'typing') this.journal.append(event);
    this.#apply(event);
    for (const listener of this.#listeners) listener(event);
  }

  #apply(event: ChatEvent): void {
    if (event.kind === 'typing') return;
    if (event.kind === 'presence') {
      const present = this.#present.get(event.conversationId) ?? new Set();
      this.#present.set(event.conversationId, present);
      present[event.isIn ? 'add' : 'delete'](event.id);
      return;
    }
    if (event.kind === 'deleted') {
      this.#messages.delete(keyOf(event.conversationId, event.id));
      return;
    }
    this.#messages.set(keyOf(event.message.conversationId, event.message.id), event.message);
    this.#last = Math.max(this.#last, Number(event.message.id));
  }
}

const keyOf = (conversationId: string, messageId: string) => `${conversationId}\n${messageId}`;
