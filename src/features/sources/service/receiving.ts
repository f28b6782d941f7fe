/** Hands a row over to the cases: to whom it would go, and the case that it becomes. */
import type { FeatureContext } from '../../../feature.js';
import type { Person } from '../../../platform/people/person.js';
import type { Arrived } from '../domain/arrived.js';
import { leaderOfArea, type Receiver } from '../domain/people.js';
import type { Opinion } from '../domain/proposing.js';
import type { SourceRow } from '../domain/source-row.js';

/** What the cases get. */
interface Arrival {
  source: Arrived['channel'];
  narrative: string;
  place: string;
  occurredOn: string;
  area: string;
  concernedId?: string | undefined;
  leaderId?: string | undefined;
  health?: Arrived['health'] | undefined;
}

export interface Taken {
  caseId: string;
  number: string;
  level: 'low' | 'medium' | 'high';
  assigneeId?: string;
  /** The assignee was notified at once. */
  isTold: boolean;
}

/** What the cases offer. */
export interface Intake {
  propose: (narrative: string) => Opinion;
  receiverOf: (arrival: Arrival) => Promise<Receiver>;
  /** Idempotent. Undefined if the id belongs to another case. */
  take: (caseId: string, by: Person, arrival: Arrival) => Promise<Taken | undefined>;
  untold: (caseId: string, personId: string) => Promise<void>;
  opened: (caseId: string, personId: string) => void;
  forget: (caseId: string) => Promise<void>;
}

export class Receiving {
  constructor(private readonly parts: Pick<FeatureContext, 'everyone'> & { intake: Intake }) {}

  /** The receiver as of now. @param leaderId chosen by the team; undefined: as the row says. */
  async receiverOf(row: Arrived, leaderId?: string): Promise<Receiver> {
    return this.parts.intake.receiverOf(await this.#arrivalOf(row, leaderId));
  }

  /** Makes the case of a row, once. Undefined if its id belongs to another case. */
  async take(row: SourceRow, by: Person, leaderId?: string): Promise<Taken | undefined> {
    return this.parts.intake.take(row.becomes, by, await this.#arrivalOf(row, leaderId));
  }

  async #arrivalOf(row: Arrived, chosenId?: string): Promise<Arrival> {
    const { channel: source, text: narrative, place, occurredOn, area, personId, health } = row;
    const leaderId =
      chosenId ?? (personId === undefined ? leaderOfArea(await this.parts.everyone(), area) : undefined);
    return { source, narrative, place, occurredOn, area, concernedId: personId, leaderId, health };
  }
}
