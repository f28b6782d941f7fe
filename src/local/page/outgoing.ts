/** What people have sent and has not arrived: it is kept until it does, or until they let it go. */
import { KeptMap } from './kept.js';
import { say, sendFile } from './server.js';
import type { ChatMessage } from './types.js';

interface Item {
  /** Tells the server what it has received already. */
  key: string;
  personId: string;
  conversationId: string;
  text: string;
}

export interface Unsent extends Item {
  state: 'sending' | 'failed';
}

export class Outgoing {
  /** Files cannot be kept beyond this page. */
  readonly #files = new Map<string, { item: Item; file: File }>();
  readonly #texts = new KeptMap<Item>('unsent');
  readonly #sending = new Set<string>();

  constructor(private readonly changed: (conversationId: string) => void) {}

  of(personId: string, conversationId: string): Unsent[] {
    return [...this.#texts.values(), ...[...this.#files.values()].map(({ item }) => item)]
      .filter((item) => item.personId === personId && item.conversationId === conversationId)
      .map((item) => ({ ...item, state: this.#sending.has(item.key) ? 'sending' : 'failed' }));
  }

  sendText(personId: string, conversationId: string, text: string): Promise<void> {
    const key = crypto.randomUUID();
    this.#texts.set(key, { key, personId, conversationId, text });
    return this.send(key);
  }

  sendFile(personId: string, conversationId: string, file: File): Promise<void> {
    const key = crypto.randomUUID();
    const item = { key, personId, conversationId, text: `Archivo: ${file.name}` };
    this.#files.set(key, { item, file });
    return this.send(key);
  }

  /** Sends what has not arrived, again if need be. */
  async send(key: string): Promise<void> {
    const file = this.#files.get(key);
    const item = file?.item ?? this.#texts.get(key);
    if (!item || this.#sending.has(key)) return;
    this.#sending.add(key);
    this.changed(item.conversationId);
    const arrived = file ? await sendFile(item, file.file) : await say(item);
    this.#sending.delete(key);
    if (arrived) this.#forget(key);
    this.changed(item.conversationId);
  }

  discard({ key, conversationId }: Item): void {
    this.#forget(key);
    this.changed(conversationId);
  }

  /** A message is in the chat. */
  arrived({ key, conversationId }: ChatMessage): void {
    if (!key || (!this.#files.has(key) && !this.#texts.get(key))) return;
    this.#forget(key);
    this.changed(conversationId);
  }

  #forget(key: string): void {
    this.#files.delete(key);
    this.#texts.set(key, undefined);
  }
}
