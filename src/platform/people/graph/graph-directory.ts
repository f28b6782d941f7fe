import { z } from 'zod';
import { BoundedCache } from '../../bounded-cache.js';
import type { Clock } from '../../clock.js';
import type { Logger } from '../../log.js';
import type { Directory, Person, Role } from '../person.js';
import { absenceOf, automaticReplies } from './absence.js';
import { type GraphClient, GraphError } from './client.js';
import { expandedUser, type PersonFacts, reportingLine } from './reporting-line.js';

/**
 * Reporting lines change rarely; a change shows within this time. While Graph fails, its answers of the last
 * day are more accurate than the table, which may name a former superior.
 */
const FACTS_FOR = { entries: 20_000, ms: 15 * 60_000, oldMs: 24 * 3_600_000 };
const AWAY_FOR = { entries: 5_000, ms: 5 * 60_000 };

const FIELDS = 'id,displayName,mail,userPrincipalName,department,userType,accountEnabled';
/** `$levels` is an advanced query, for which Graph requires this header and `$count`. */
const ADVANCED = { ConsistencyLevel: 'eventual' };
const guid = z.guid();

/**
 * The directory in Microsoft Graph: names, mail, areas and superiors. Roles and deputies do not exist in
 * Graph and are read from the table each time. The table also fills in what Graph leaves empty, and
 * everything about people of whom Graph has told nothing in the last day.
 */
export class GraphDirectory implements Directory {
  readonly #facts: BoundedCache<PersonFacts | undefined>;
  readonly #absences: BoundedCache<Person['away']>;
  /** Mailboxes are a separate service: when it fails, requests to the directory continue. */
  readonly #mailboxes: GraphClient;

  constructor(
    private readonly graph: GraphClient,
    private readonly table: Directory,
    private readonly parts: { clock: Clock; log: Logger; outOfOffice: boolean },
  ) {
    this.#facts = new BoundedCache(parts.clock, FACTS_FOR);
    this.#absences = new BoundedCache(parts.clock, AWAY_FOR);
    this.#mailboxes = graph.apart();
  }

  async find(id: string): Promise<Person | undefined> {
    const [facts, stored] = await Promise.all([this.#factsOf(id), this.table.find(id)]);
    if (!facts) return stored;
    return {
      id: facts.id,
      name: facts.name || (stored?.name ?? ''),
      email: facts.email || (stored?.email ?? ''),
      area: facts.area || (stored?.area ?? ''),
      superiorId: facts.superiorId ?? stored?.superiorId,
      deputyId: stored?.deputyId,
      roles: stored?.roles ?? [],
      ...(facts.isDisabled && { isDisabled: true }),
      ...(stored?.deputyId && { away: await this.#absenceOf(id) }),
    };
  }

  withRole(role: Role): Promise<Person[]> {
    return this.table.withRole(role);
  }

  /** Tells whether a person is a guest of the tenant; false when Graph does not say. */
  async isGuest(id: string): Promise<boolean> {
    return (await this.#factsOf(id))?.isGuest ?? false;
  }

  async #factsOf(id: string): Promise<PersonFacts | undefined> {
    if (!guid.safeParse(id).success) return undefined;
    try {
      return await this.#facts.get(id, () => this.#fetch(id));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return undefined;
    }
  }

  /** One request returns the whole line above a person; everybody on it is cached. */
  async #fetch(id: string): Promise<PersonFacts | undefined> {
    const expand = `manager($levels=max;$select=${FIELDS})`;
    const path = `users/${id}?$select=${FIELDS}&$expand=${expand}&$count=true`;
    try {
      const line = reportingLine(await this.graph.get(path, expandedUser, ADVANCED));
      if (line.hasLoop) this.parts.log.warn({ person: id }, 'the reporting line leads back to itself');
      const [first, ...above] = line.people;
      for (const superior of above) this.#facts.set(superior.id, superior);
      return first;
    } catch (error) {
      if (error instanceof GraphError && error.failure === 'missing') return undefined;
      this.#tell(error, id, 'Graph does not tell; the directory goes by what is known');
      throw error;
    }
  }

  async #absenceOf(id: string): Promise<Person['away']> {
    if (!this.parts.outOfOffice) return undefined;
    const path = `users/${id}/mailboxSettings/automaticRepliesSetting`;
    try {
      return await this.#absences.get(id, async () =>
        absenceOf(await this.#mailboxes.get(path, automaticReplies), this.parts.clock()),
      );
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      this.#tell(error, id, 'Graph does not tell who is away; they count as present');
      return undefined;
    }
  }

  /** Logs refusals during a pause at `debug` only: the failure that started the pause is logged already. */
  #tell(error: unknown, person: string, message: string): void {
    const isEcho =
      error instanceof GraphError && error.failure === 'throttled' && error.statusCode === undefined;
    this.parts.log[isEcho ? 'debug' : 'warn']({ person, err: error }, message);
  }
}
