import type { Logger } from '../log.js';
import type { Queue, TakenMessage } from '../storage/queue.js';

/** A message in hand: it stays hidden from other instances, however long its work takes. */
export class HeldMessage {
  #message: TakenMessage | undefined;
  #renewing: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  /** @param hiddenSeconds for which it is hidden already, and is again with each renewal. */
  constructor(
    private readonly queue: Queue,
    message: TakenMessage,
    private readonly hiddenSeconds: number,
    private readonly log: Logger,
  ) {
    this.#message = message;
    this.#timer = setInterval(() => this.#renew(), (hiddenSeconds * 1_000) / 3);
  }

  /** Returns the message as it is in hand; undefined when another instance has taken it. */
  async release(): Promise<TakenMessage | undefined> {
    clearInterval(this.#timer);
    await this.#renewing;
    return this.#message;
  }

  #renew(): void {
    this.#renewing = this.#renewing.then(async () => {
      if (!this.#message) return;
      const { id } = this.#message;
      try {
        this.#message = await this.queue.renew(this.#message, this.hiddenSeconds);
        if (!this.#message) this.log.warn({ message: id }, 'another instance has taken the work');
      } catch (error) {
        this.log.warn({ message: id, err: error }, 'work not kept in hand');
      }
    });
  }
}
