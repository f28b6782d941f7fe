import { z } from 'zod';
import { BoundedCache } from '../bounded-cache.js';
import { steadyClock } from '../clock.js';
import { keyOf, rowsOf, type Tables } from '../storage/tables.js';

/** A team in which the bot is installed. */
export interface KnownTeam {
  teamId: string;
  name: string;
  serviceUrl: string;
}

const PARTITION = 'teams';
/** For this long, activity in a team tells nothing new. */
const KNOWN_FOR = { entries: 500, ms: 60_000 };
const teamRow = z.object({ teamId: z.string(), name: z.string(), serviceUrl: z.string() });

/**
 * The teams in which the bot is installed, as Teams reports them: table `Conversations`, partition `teams`.
 */
export class KnownTeams {
  readonly #noted = new BoundedCache<void>(steadyClock, KNOWN_FOR);

  constructor(private readonly tables: Tables) {}

  /** Remembers a team where a person writes or clicks, unless it just did. */
  noteUse(team: KnownTeam): Promise<void> {
    return this.#noted.get(JSON.stringify(team), () => this.note(team));
  }

  /**
   * Remembers a team, and writes only when something changed. Compares with storage and not with memory,
   * because another instance may have forgotten the team.
   */
  async note(team: KnownTeam): Promise<void> {
    const before = await this.#find(team.teamId);
    // Many events have no team name.
    const name = team.name || (before?.name ?? '');
    if (before?.name === name && before.serviceUrl === team.serviceUrl) return;
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: PARTITION, rowKey: keyOf(team.teamId), ...team, name },
    });
  }

  async forget(teamId: string): Promise<void> {
    this.#noted.clear();
    await this.tables.write('Conversations', {
      kind: 'delete',
      partitionKey: PARTITION,
      rowKey: keyOf(teamId),
    });
  }

  async all(): Promise<KnownTeam[]> {
    const teams: KnownTeam[] = [];
    for await (const { row } of rowsOf(this.tables, 'Conversations', PARTITION)) {
      teams.push(teamRow.parse(row));
    }
    return teams;
  }

  async #find(teamId: string): Promise<KnownTeam | undefined> {
    const stored = await this.tables.get('Conversations', PARTITION, keyOf(teamId));
    return stored && teamRow.parse(stored.row);
  }
}
