import { StorageError } from '../../src/platform/storage/errors.js';
import type { Queue, TakenMessage } from '../../src/platform/storage/queue.js';

/** The limits of the service. */
const MOST_BYTES = 65_536;
const MOST_TAKEN = 32;
const MOST_HIDDEN_SECONDS = 7 * 24 * 3_600;

interface Stored {
  id: string;
  body: string;
  attempts: number;
  visibleAt: number;
  receipt: string;
}

/** `Queue` in memory, on the test's clock. `test/contract` runs it through the same tests as the real one. */
export class MemoryQueue implements Queue {
  readonly #messages = new Map<string, Stored>();
  #next = 0;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** The bodies of all messages, hidden ones included. */
  get bodies(): string[] {
    return [...this.#messages.values()].map(({ body }) => body);
  }

  /** How many messages are not hidden. */
  get visible(): number {
    return [...this.#messages.values()].filter(({ visibleAt }) => visibleAt <= this.now()).length;
  }

  /** Empties it, of hidden messages too. */
  clear(): void {
    this.#messages.clear();
  }

  async put(body: string, hiddenSeconds: number): Promise<TakenMessage> {
    if (Buffer.byteLength(body) > MOST_BYTES || hiddenSeconds > MOST_HIDDEN_SECONDS) throw refused();
    const id = String(++this.#next);
    const visibleAt = this.now() + hiddenSeconds * 1_000;
    this.#messages.set(id, { id, body, attempts: 0, visibleAt, receipt: id });
    return { id, receipt: id, body, attempts: 0 };
  }

  async take(count: number, hiddenSeconds: number): Promise<TakenMessage[]> {
    if (count > MOST_TAKEN || hiddenSeconds < 1) throw refused();
    const now = this.now();
    const visible = [...this.#messages.values()].filter(({ visibleAt }) => visibleAt <= now).slice(0, count);
    return visible.map((message) => {
      message.attempts += 1;
      message.visibleAt = now + hiddenSeconds * 1_000;
      message.receipt = `${message.id}:${message.attempts}`;
      const { id, receipt, body, attempts } = message;
      return { id, receipt, body, attempts };
    });
  }

  async renew(
    message: TakenMessage,
    hiddenSeconds: number,
    body?: string,
  ): Promise<TakenMessage | undefined> {
    const stored = this.#messages.get(message.id);
    if (stored?.receipt !== message.receipt || hiddenSeconds > MOST_HIDDEN_SECONDS) return undefined;
    stored.visibleAt = this.now() + hiddenSeconds * 1_000;
    stored.receipt = `${stored.receipt}+`;
    stored.body = body ?? stored.body;
    return { ...message, receipt: stored.receipt, body: stored.body };
  }

  async remove(message: TakenMessage): Promise<void> {
    if (this.#messages.get(message.id)?.receipt === message.receipt) this.#messages.delete(message.id);
  }

  async depth(): Promise<number> {
    return this.#messages.size;
  }
}

const refused = () => new StorageError('refused');
