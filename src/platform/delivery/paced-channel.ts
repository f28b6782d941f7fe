import type { Address, Channel, Retraction } from './channel.js';
import type { Message } from './message.js';
import type { RateLimiter } from './rates.js';
import type { Member, Roster, TeamChannel } from './roster.js';

/** The connection to Teams, which sends when its limits allow it. */
export class PacedChannel implements Channel, Roster, Retraction {
  constructor(
    private readonly channel: Channel & Roster & Retraction,
    private readonly rates: Pick<RateLimiter, 'send'>,
  ) {}

  open(personId: string, serviceUrl: string): Promise<string> {
    return this.channel.open(personId, serviceUrl);
  }

  post(to: Address, message: Message): Promise<string> {
    return this.rates.send(to.conversationId, 'other', () => this.channel.post(to, message));
  }

  update(to: Address, messageId: string, message: Message): Promise<void> {
    return this.rates.send(to.conversationId, 'other', () => this.channel.update(to, messageId, message));
  }

  remove(from: Address, messageId: string): Promise<void> {
    return this.rates.send(from.conversationId, 'other', () => this.channel.remove(from, messageId));
  }

  members(at: Address): Promise<Member[]> {
    return this.channel.members(at);
  }

  isMember(at: Address, personId: string): Promise<boolean> {
    return this.channel.isMember(at, personId);
  }

  channels(team: { serviceUrl: string; teamId: string }): Promise<TeamChannel[]> {
    return this.channel.channels(team);
  }
}
