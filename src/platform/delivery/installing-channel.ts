import type { Logger } from '../log.js';
import { type Address, type Channel, DeliveryError } from './channel.js';
import type { Message } from './message.js';

/** Installs the bot for a person and returns the id of their chat with it. */
export type Install = (personId: string) => Promise<string>;

/** A channel that first installs the bot for people who do not have it. */
export class InstallingChannel implements Channel {
  constructor(
    private readonly channel: Channel,
    private readonly install: Install,
    private readonly log: Logger,
  ) {}

  async open(personId: string, serviceUrl: string): Promise<string> {
    try {
      return await this.channel.open(personId, serviceUrl);
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.failure !== 'unreachable') throw error;
      return this.reopen(personId);
    }
  }

  async reopen(personId: string): Promise<string> {
    try {
      return await this.install(personId);
    } catch (cause) {
      this.log.warn({ person: personId, err: cause }, 'the bot could not be installed');
      throw new DeliveryError('unreachable', undefined, { cause });
    }
  }

  post(to: Address, message: Message): Promise<string> {
    return this.channel.post(to, message);
  }

  update(to: Address, messageId: string, message: Message): Promise<void> {
    return this.channel.update(to, messageId, message);
  }
}
