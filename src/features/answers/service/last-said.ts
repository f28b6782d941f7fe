/** Remembers the bot's last message to a person. Failures are only logged, since answers work without it. */
import type { Logger } from '../../../platform/log.js';
import type { Turn } from '../../../turn.js';
import type { LastAnswers, LastSaid } from '../store/last-answers.js';

export class LastSaidMemory {
  constructor(
    private readonly store: LastAnswers,
    private readonly log: Logger,
  ) {}

  async find({ actor, now }: Turn): Promise<LastSaid | undefined> {
    try {
      return await this.store.find(actor.id, now);
    } catch (error) {
      this.log.warn({ err: error }, 'last answer not read');
      return undefined;
    }
  }

  async remember({ actor, now }: Turn, last: LastSaid): Promise<void> {
    try {
      await this.store.save(actor.id, last, now);
    } catch (error) {
      this.log.warn({ err: error }, 'answer not remembered');
    }
  }
}
