/** The channels where a training can be posted. */
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Roster } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { KnownTeam, KnownTeams } from '../../../platform/people/teams.js';
import type { Place } from '../domain/place.js';

/** Why a person cannot post in the chosen channel. */
export type PlaceProblem = 'channel' | 'not-a-member' | 'cannot-post';

export class Places {
  constructor(private readonly parts: { teams: KnownTeams; channel: Roster; log: Logger }) {}

  /** The channels of the teams where the bot is installed; leaves out teams that cannot be read. */
  async all(): Promise<Place[]> {
    const teams = await this.parts.teams.all();
    const places = await Promise.all(teams.map((team) => this.#ofTeam(team)));
    return places.flat();
  }

  /** The chosen channel, if the person is a member of its team. */
  async choose(conversationId: string | undefined, personId: string): Promise<Place | PlaceProblem> {
    if (!conversationId) return 'channel';
    const place = (await this.all()).find((known) => known.conversationId === conversationId);
    if (!place) return 'channel';
    try {
      return (await this.parts.channel.isMember(place, personId)) ? place : 'not-a-member';
    } catch (error) {
      if (error instanceof DeliveryError) return 'cannot-post';
      throw error;
    }
  }

  async #ofTeam({ teamId, name: team, serviceUrl }: KnownTeam): Promise<Place[]> {
    try {
      const channels = await this.parts.channel.channels({ teamId, serviceUrl });
      return channels.map(({ id, name }) => ({ conversationId: id, serviceUrl, team, channel: name }));
    } catch (error) {
      this.parts.log.warn({ err: error }, 'channels of a team not read');
      return [];
    }
  }
}
