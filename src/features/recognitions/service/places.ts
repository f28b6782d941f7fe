/**
 * Where a recognition may be published: the general channel of a team in which the bot is installed and the recognised
 * person is a member. Those who read it there work with them; the person sees the name of the team before they agree.
 */
import { BoundedCache } from '../../../platform/bounded-cache.js';
import type { Clock } from '../../../platform/clock.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Roster } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { KnownTeam, KnownTeams } from '../../../platform/people/teams.js';
import type { Place } from '../domain/recognition.js';

/** A person chooses among as many. */
const MOST = 5;
/** Thousands of recognitions are sent at once, and a team's members are read once for all of them. */
const KNOWN_FOR = { entries: 1_000, ms: 10 * 60_000 };

interface TeamPlace {
  place: Place;
  members: ReadonlySet<string>;
}

export class Places {
  readonly #known: BoundedCache<TeamPlace | undefined>;

  constructor(private readonly parts: { teams: KnownTeams; channel: Roster; clock: Clock; log: Logger }) {
    this.#known = new BoundedCache(parts.clock, KNOWN_FOR);
  }

  /** As they were some minutes ago; leaves out teams that cannot be read. */
  async of(personId: string): Promise<Place[]> {
    const teams = await this.parts.teams.all();
    const read = await Promise.all(teams.map((team) => this.#read(team)));
    return read
      .flatMap((one) => (one?.members.has(personId) ? [one.place] : []))
      .sort((one, other) => one.team.localeCompare(other.team, 'es'))
      .slice(0, MOST);
  }

  /** The chosen one, or the first; undefined if the person is no member any more. */
  async choose(personId: string, conversationId: string | undefined): Promise<Place | undefined> {
    const places = await this.of(personId);
    const place = places.find((one) => one.conversationId === conversationId) ?? places[0];
    if (!place) return undefined;
    try {
      return (await this.parts.channel.isMember(place, personId)) ? place : undefined;
    } catch (error) {
      if (error instanceof DeliveryError) return undefined;
      throw error;
    }
  }

  async #read(team: KnownTeam): Promise<TeamPlace | undefined> {
    try {
      return await this.#known.get(team.teamId, () => this.#readNow(team));
    } catch (error) {
      this.parts.log.warn({ err: error }, 'members of a team not read');
      return undefined;
    }
  }

  async #readNow({ teamId, name, serviceUrl }: KnownTeam): Promise<TeamPlace | undefined> {
    const { channel } = this.parts;
    const channels = await channel.channels({ teamId, serviceUrl });
    // The general channel comes without a name.
    const general = channels.find((one) => one.name === '');
    if (!general) return undefined;
    const place = { serviceUrl, conversationId: general.id, team: name };
    const members = await channel.members(place);
    return { place, members: new Set(members.map(({ id }) => id)) };
  }
}
