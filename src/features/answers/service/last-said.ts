/** Remembers the bot's last message to a person. Failures are only logged, since answers work without it. */
import type { Background } from '../../../platform/background.js';
import type { Logger } from '../../../platform/log.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { Turnstile } from '../../../platform/turnstile.js';
import type { Turn } from '../../../turn.js';
import type { LastAnswers, LastSaid } from '../store/last-answers.js';

export class LastSaidMemory {
  /** What is not stored yet, by person. */
  readonly #unstored = new Map<string, { last: LastSaid; now: Date }>();
  /** One write at a time: when many ask at once, answers go first, and what a person is told meanwhile is one write. */
  readonly #behind = new Turnstile(1);

  constructor(
    private readonly store: LastAnswers,
    private readonly background: Background,
    private readonly log: Logger,
  ) {}

  async find({ actor, now }: Turn): Promise<LastSaid | undefined> {
    const unstored = this.#unstored.get(actor.id);
    if (unstored) return unstored.last;
    try {
      return await this.store.find(actor.id, now);
    } catch (error) {
      this.log.warn({ err: error }, 'last answer not read');
      return undefined;
    }
  }

  /** Stores it after the answer. */
  remember({ actor, now }: Turn, last: LastSaid): void {
    const isWaiting = this.#unstored.has(actor.id);
    this.#unstored.set(actor.id, { last, now });
    if (!isWaiting) {
      this.background.run('last answer', () => this.#behind.run(() => this.#store(actor.id)));
    }
  }

  /** Stores what is said meanwhile too, one after the other, so that the last one stays. */
  async #store(personId: string): Promise<void> {
    const said = this.#unstored.get(personId);
    if (!said) return;
    try {
      await this.store.save(personId, said.last, said.now);
    } catch (error) {
      this.log.warn({ err: error }, 'answer not remembered');
      // Those behind would each wait as long, and hold up the end of the process.
      if (isFailure(error, 'unavailable')) return this.#unstored.clear();
    }
    if (this.#unstored.get(personId) !== said) return this.#store(personId);
    this.#unstored.delete(personId);
  }
}
