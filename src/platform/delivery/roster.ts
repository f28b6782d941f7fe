import type { Address } from './channel.js';

/** A member of a conversation. */
export interface Member {
  /** Entra object id. */
  id: string;
  name: string;
}

export interface TeamChannel {
  /** The id of its conversation. */
  id: string;
  /** Empty for the channel that every team has. */
  name: string;
}

/** The members and channels of Teams. Every method throws DeliveryError. */
export interface Roster {
  /** Returns all members of a conversation; for a channel, those of its team. */
  members(at: Address): Promise<Member[]>;
  isMember(at: Address, personId: string): Promise<boolean>;
  /** Returns the channels of a team in which the bot is installed. */
  channels(team: { serviceUrl: string; teamId: string }): Promise<TeamChannel[]>;
}
