import type { Address } from './channel.js';

/** Somebody in a conversation. */
export interface Member {
  /** Entra object id. */
  id: string;
  name: string;
}

export interface TeamChannel {
  /** Of its conversation. */
  id: string;
  /** Empty for the channel that every team has. */
  name: string;
}

/** Who and what there is in Teams. Every method throws DeliveryError. */
export interface Roster {
  /** All members of a conversation, page by page; of a channel, those of its team. */
  members(at: Address): Promise<Member[]>;
  isMember(at: Address, personId: string): Promise<boolean>;
  /** The channels of a team in which the bot is. */
  channels(team: { serviceUrl: string; teamId: string }): Promise<TeamChannel[]>;
}
