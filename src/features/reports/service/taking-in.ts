/**
 * Makes cases of what other channels bring: PQRS, cliente incógnito, plataforma de desarrollo. Nobody here reported them;
 * they go to the leader of whom or of what they are about, and their time begins when the team takes them in.
 */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Assessment, Level } from '../../../platform/impact/assessment.js';
import { lineAbove } from '../../../platform/people/line.js';
import { namedIn } from '../../../platform/people/named.js';
import { type Person, stranger } from '../../../platform/people/person.js';
import {
  type CaseService,
  type CaseStore,
  graveOf,
  type LoadedCase,
  type Priority,
  protectionsOf,
  type Report,
  type ReportRoute,
} from '../../cases/index.js';
import type { Confirmation } from '../domain/confirmation.js';
import { emptyDraft } from '../domain/draft.js';
import { type Assessor, reportOf } from './assessor.js';
import { routeProtected } from './protecting.js';
import { routeReport } from './routing.js';

/** What another channel tells. */
export interface Arrival {
  source: Extract<Report['source'], 'pqrs' | 'mystery-shopper' | 'development-platform'>;
  narrative: string;
  place: string;
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: string;
  area: string;
  /** Whom it is about; their superior gets it, and they never do. Undefined if nobody is named. */
  concernedId?: string | undefined;
  /** Who gets it where nobody is named; undefined: the humanization team. */
  leaderId?: string | undefined;
  health?: Exclude<Priority, 'none'> | undefined;
}

/** What rules and model say of a text. */
export type Proposal = Pick<Assessment, 'level' | 'urgent' | 'cares' | 'reviews' | 'signals'>;

/** Who would get it. Without a person it is the humanization team, or those who receive protected cases. */
export interface Receiver {
  person?: Person | undefined;
  isProtected: boolean;
}

export interface Taken {
  caseId: string;
  number: string;
  level: Level;
  /** Undefined if a group has it. */
  assigneeId?: string;
  /** Whoever attends to it was told at once, and not with others. */
  isTold: boolean;
}

export interface TakingInParts extends Pick<FeatureContext, 'settings' | 'directory' | 'clock'> {
  store: CaseStore;
  service: CaseService;
  assessor: Assessor;
}

/** Nobody answered a card. */
const UNASKED: Confirmation = { safety: {} };

export class TakingIn {
  constructor(private readonly parts: TakingInParts) {}

  propose(narrative: string): Proposal {
    return this.parts.assessor.assess({ ...emptyDraft(''), narrative }).assessment;
  }

  /** Whom it would go to now. */
  async receiverOf(arrival: Arrival): Promise<Receiver> {
    const { person, protectedBy } = await this.#routeOf(arrival, this.#reportOf(arrival));
    return { person, isProtected: protectedBy !== undefined };
  }

  /** Makes the case. Idempotent by `caseId`. Undefined if that belongs to a case that nobody took in. */
  async take(caseId: string, by: Person, arrival: Arrival): Promise<Taken | undefined> {
    const { store, service } = this.parts;
    const loaded = (await store.load(caseId)) ?? (await this.#make(caseId, by, arrival));
    if (loaded.subject.takenInBy === undefined) return undefined;
    if (arrival.health && this.parts.settings.healthHours && !loaded.subject.health) {
      const request = { type: 'health', priority: arrival.health } as const;
      const { revision } = loaded.subject;
      await service.execute(caseId, by, request, { revision, commandId: 'taken-in:health' });
    }
    return takenOf(loaded);
  }

  async #make(caseId: string, by: Person, arrival: Arrival): Promise<LoadedCase> {
    const report = this.#reportOf(arrival);
    return this.parts.service.submit(by, {
      caseId,
      number: await this.parts.service.nextNumber(),
      report,
      route: await this.#routeOf(arrival, report),
      evidence: [],
      takenIn: { area: arrival.area },
      commandId: 'taken-in',
    });
  }

  #reportOf({ source, narrative, place, occurredOn }: Arrival): Report {
    const draft = { ...emptyDraft(''), source, narrative, place, occurredOn };
    return reportOf(draft, UNASKED, this.parts.assessor.assess(draft));
  }

  /**
   * As if whom it is about had reported it: it goes up their line, and never to them. Nobody can be asked whether somebody
   * of the line who is named in it is involved, so they do not get it either.
   */
  async #routeOf({ concernedId, leaderId, area }: Arrival, report: Report): Promise<ReportRoute> {
    const { directory, clock, settings } = this.parts;
    const concerned = concernedId === undefined ? undefined : await directory.find(concernedId);
    const from = concerned ?? { ...stranger(''), area };
    const line = await lineAbove(directory, { ...from, superiorId: leaderId ?? from.superiorId });
    const options = {
      narrative: report.narrative,
      superiorInvolved: false,
      chosenId: leaderId,
      isBurst: false,
      today: bogotaDay(clock()),
      unableIds: [
        ...(concerned ? [concerned.id] : []),
        ...namedIn(report.narrative, line).map(({ id }) => id),
      ],
    };
    const protections = settings.protectedRoute ? protectionsOf(report) : [];
    return protections.length > 0
      ? routeProtected(directory, from, { ...options, protections })
      : routeReport(directory, from, options);
  }
}

function takenOf({ subject }: LoadedCase): Taken {
  const { id: caseId, number, level, assignee } = subject;
  const isTold = graveOf(subject) === 'high';
  return { caseId, number, level, ...(assignee.kind === 'person' && { assigneeId: assignee.id }), isTold };
}
