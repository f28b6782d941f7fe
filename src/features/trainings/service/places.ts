/** Where a training can be posted. */
import type { Address } from '../../../platform/delivery/channel.js';
import type { Roster } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { KnownTeams } from '../../../platform/people/teams.js';

export interface Place extends Address {
  team: string;
  /** Empty for the channel that every team has. */
  channel: string;
}

export class Places {
  constructor(private readonly parts: { teams: KnownTeams; roster: Roster; log: Logger }) {}

  /** The channels of the teams where the bot is; a team that does not answer is left out. */
  async all(): Promise<Place[]> {
    const teams = await this.parts.teams.all();
    const places = await Promise.all(
      teams.map(async ({ teamId, name, serviceUrl }): Promise<Place[]> => {
        try {
          const channels = await this.parts.roster.channels({ teamId, serviceUrl });
          return channels.map(({ id, name: channel }) => ({
            conversationId: id,
            serviceUrl,
            team: name,
            channel,
          }));
        } catch (error) {
          this.parts.log.warn({ err: error }, 'channels of a team not read');
          return [];
        }
      }),
    );
    return places.flat();
  }

  /** The channel, if it is one where the bot is. */
  async find(conversationId: string): Promise<Place | undefined> {
    return (await this.all()).find((place) => place.conversationId === conversationId);
  }

  isMember(place: Address, personId: string): Promise<boolean> {
    return this.parts.roster.isMember(place, personId);
  }
}
