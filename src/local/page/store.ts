import type { ChatEvent, ChatMessage } from './types.js';

/** Tells whether a person sees a message: some are for one alone. */
export const isFor = ({ onlyFor }: ChatMessage, viewerId: string): boolean =>
  onlyFor === undefined || onlyFor === viewerId;

/** The messages of all chats, as far as this page knows. */
export class Store {
  readonly #chats = new Map<string, Map<string, ChatMessage>>();

  constructor(messages: readonly ChatMessage[]) {
    for (const message of messages) this.apply({ kind: 'posted', message });
  }

  /** The messages of a chat, the oldest first. */
  of(conversationId: string): ChatMessage[] {
    return [...(this.#chats.get(conversationId)?.values() ?? [])];
  }

  /** Those that a person sees. */
  seenBy(viewerId: string, conversationId: string): ChatMessage[] {
    return this.of(conversationId).filter((message) => isFor(message, viewerId));
  }

  apply(event: ChatEvent): void {
    if (event.kind === 'typing' || event.kind === 'presence') return;
    if (event.kind === 'deleted') {
      this.#chats.get(event.conversationId)?.delete(event.id);
      return;
    }
    const { conversationId, id } = event.message;
    const chat = this.#chats.get(conversationId) ?? new Map<string, ChatMessage>();
    this.#chats.set(conversationId, chat.set(id, event.message));
  }

  /** The events that lead from what this page knows to these messages, after the connection was lost. */
  missed(messages: readonly ChatMessage[]): ChatEvent[] {
    const kept = new Set(messages.map(({ conversationId, id }) => `${conversationId} ${id}`));
    const gone = [...this.#chats.values()]
      .flatMap((chat) => [...chat.values()])
      .filter(({ conversationId, id }) => !kept.has(`${conversationId} ${id}`));
    return [
      ...gone.map(({ conversationId, id }): ChatEvent => ({ kind: 'deleted', conversationId, id })),
      ...messages.flatMap((message) => this.#newsOf(message)),
    ];
  }

  /** What is known already is no news: it would be read out again. */
  #newsOf(message: ChatMessage): ChatEvent[] {
    const known = this.#chats.get(message.conversationId)?.get(message.id);
    if (!known) return [{ kind: 'posted', message }];
    return JSON.stringify(known) === JSON.stringify(message) ? [] : [{ kind: 'updated', message }];
  }
}
