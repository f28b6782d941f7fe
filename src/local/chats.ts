/** The chats of the local Teams: their members and messages, as a client would store them. */
import type { Clock } from '../platform/clock.js';
import type { Person } from '../platform/people/person.js';
import type { Journal } from './journal.js';

export const BOT = { id: '28:humanizacion-local', name: 'Humanización' };
export const CHANNEL_ID = '19:general@thread.tacv2';
const CHANNEL_NAME = 'Canal General';
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
  text?: string;
  card?: object;
  citations?: { name: string; abstract: string }[];
  /** Tells whether it has the AI label. */
  aiLabel?: boolean;
  /** Replaces `card` for single people, after an answer that was only for them. By person id. */
  views: Record<string, object>;
  edited: boolean;
  /** The only person who sees it. */
  onlyFor?: string;
}

export interface Conversation {
  id: string;
  kind: 'personal' | 'channel';
  /** The ids of its members. */
  members: string[];
}

export type ChatEvent =
  | { kind: 'posted'; message: ChatMessage }
  | { kind: 'updated'; message: ChatMessage }
  | { kind: 'deleted'; conversationId: string; id: string }
  | { kind: 'typing'; conversationId: string };

/** In a Teams conversation, a person has an id of the channel, different from the Entra id. */
export const channelId = (personId: string) => `29:${personId}`;
const personalId = (personId: string) => `a:${personId}`;

export class Chats {
  readonly conversations: Map<string, Conversation>;
  readonly #messages = new Map<string, ChatMessage>();
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
    const channel: Conversation = { id: CHANNEL_ID, kind: 'channel', members: people.map(({ id }) => id) };
    this.conversations = new Map([...personal, channel].map((item) => [item.id, item]));
    for (const event of journal.read()) this.#apply(event);
  }

  get messages(): ChatMessage[] {
    return [...this.#messages.values()];
  }

  /** Returns a person's one-to-one conversation with the bot, by either of the person's ids. */
  personalOf(id: string): Conversation | undefined {
    return this.conversations.get(personalId(id.replace(/^29:/, '')));
  }

  /** Whose chat with the bot it is, or which channel. */
  nameOf(conversationId: string): string {
    const conversation = this.conversations.get(conversationId);
    if (!conversation) return 'Teams';
    const owner = this.people.find(({ id }) => id === conversation.members[0]);
    return conversation.kind === 'personal' && owner ? owner.name : CHANNEL_NAME;
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
    if (event.kind === 'deleted') {
      this.#messages.delete(keyOf(event.conversationId, event.id));
      return;
    }
    this.#messages.set(keyOf(event.message.conversationId, event.message.id), event.message);
    this.#last = Math.max(this.#last, Number(event.message.id));
  }
}

const keyOf = (conversationId: string, messageId: string) => `${conversationId}\n${messageId}`;
