/** Commands on cases: load, check permission, decide, commit. */
import type { FeatureContext } from '../../../../feature.js';
import { bogotaYear } from '../../../../platform/calendar/days.js';
import type { Evidence } from '../../../../platform/cleaning/evidence.js';
import { toPlaceRow } from '../../../../platform/delivery/notice-effects.js';
import type { CardPlace } from '../../../../platform/delivery/notices.js';
import { AppError } from '../../../../platform/errors.js';
import type { Level } from '../../../../platform/impact/assessment.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Operation } from '../../../../platform/storage/tables.js';
import { type Case, evolve } from '../../domain/case.js';
import { decide, type Refusal } from '../../domain/commands.js';
import type { Commitment } from '../../domain/commitment.js';
import type { Deadlines } from '../../domain/deadlines.js';
import { waitingIn } from '../../domain/effects.js';
import { type CaseEvent, type EventBody, isSameCommand } from '../../domain/event.js';
import { type CaseRole, keepingRoles, may, mayView, rolesIn, SYSTEM } from '../../domain/permissions.js';
import { firstLevelOf, type Report } from '../../domain/report.js';
import type { ReportRoute } from '../../domain/route.js';
import { isToldLater, undoing } from '../../domain/undo.js';
import type { CaseStore, LoadedCase, StoredCase } from '../../store/case-store.js';
import { leaderOf } from '../people/commitment-leaders.js';
import type { CaseCommits } from './case-commits.js';
import { completed, type Request } from './completing-commands.js';

export interface Submission {
  caseId: string;
  number: string;
  report: Report;
  /** The route to the recipient. */
  route: ReportRoute;
  /** Files sent while the report was written. */
  evidence: Evidence[];
  /** It came through another channel, about this area; who submits it took it in. Undefined for a report. */
  takenIn?: { area: string };
  /** The message in the reporter's chat that becomes the card of the case. */
  place?: CardPlace | undefined;
  commandId: string;
}

const SYSTEM_ROUNDS = 5;

export type CommandResult =
  | { kind: 'done'; loaded: LoadedCase }
  /** The case as it is now; the command came too late or is not possible. */
  | {
      kind: 'refused';
      loaded: LoadedCase;
      refusal:
        | Refusal
        | 'not-allowed'
        | 'unknown-person'
        | 'later-version'
        | 'too-late-to-undo'
        | 'already-told';
    }
  /** The actor is a former assignee and may know that the case moved on. */
  | { kind: 'gone-on'; subject: Case }
  | { kind: 'not-found' };

/** What somebody does who keeps a commitment. */
export type KeepingRequest = Extract<Request, { type: 'fulfil' | 'extend' }>;

/** `busy`: conflicts persist. `ahead`: the case has events of a later version, and waits for it. */
export type SystemOutcome = 'settled' | 'busy' | 'ahead';

/** A command that the system gives. Idempotent by `commandId`. */
export interface SystemCommand {
  request: Request;
  commandId: string;
}

export interface CaseServiceParts extends Pick<FeatureContext, 'directory' | 'clock'> {
  store: CaseStore;
  commits: CaseCommits;
  deadlines: Deadlines;
}

export class CaseService {
  constructor(private readonly parts: CaseServiceParts) {}

  /** The case, if this person may see it. A forbidden case looks like a missing one. */
  async view(caseId: string, viewer: Person): Promise<StoredCase | undefined> {
    const loaded = await this.parts.store.load(caseId);
    return loaded && mayView(loaded.subject, viewer) ? loaded : undefined;
  }

  /** The case, if this person is a former assignee of it. */
  async goneOn(caseId: string, viewer: Person): Promise<Case | undefined> {
    const loaded = await this.parts.store.load(caseId);
    return loaded && rolesIn(loaded.subject, viewer).includes('former') ? loaded.subject : undefined;
  }

  /** A number for a report that is about to be submitted. */
  async nextNumber(): Promise<string> {
    return this.parts.store.nextNumber(bogotaYear(this.parts.clock()));
  }

  /**
   * Makes a case of a report. Idempotent: a repeated submission returns the existing case.
   * @param by who reports it, or took it in.
   * @throws AppError `not-found` if the id belongs to a case that came about otherwise.
   */
  async submit(by: Person, submission: Submission): Promise<LoadedCase> {
    const { caseId, number, report, route, evidence, takenIn, place, commandId } = submission;
    const { clock, deadlines, commits } = this.parts;
    const now = clock();
    const event: CaseEvent = {
      seq: 1,
      actorId: by.id,
      at: now.toISOString(),
      commandId,
      body: {
        type: 'reported',
        caseId,
        number,
        report,
        area: (takenIn ?? by).area,
        ...(takenIn && { isTakenIn: true }),
        excludedIds: route.excludedIds,
        evidence,
        ...(report.reviews.length > 0 && { confirmBy: deadlines.confirm(now) }),
        ...(route.teamReason === 'burst' && { isBurst: true }),
        ...(route.protectedBy && { protectedBy: route.protectedBy }),
        assignee: route.assignee,
        assigneeRole: route.assigneeRole,
        ...deadlines.accept(gravityOf(report, route), now),
      },
    };
    const places = place ? [toPlaceRow(caseId, by.id, place)] : [];
    const loaded = await commits.commit(
      { event, after: evolve(undefined, event) },
      places.map((row) => ({ kind: 'insert', row })),
    );
    const [first] = loaded.events;
    if (!first || !isSameReport(first, event)) throw new AppError('not-found');
    return loaded;
  }

  /** Executes a command of this person on the revision that the card showed. */
  async execute(
    caseId: string,
    actor: Person,
    request: Request,
    seen: { revision: number; commandId: string },
  ): Promise<CommandResult> {
    const tryOn = (loaded: StoredCase | undefined) =>
      this.#apply(loaded, { actor, roles: loaded ? rolesIn(loaded.subject, actor) : [] }, request, seen);
    const known = await this.parts.store.lastKnown(caseId);
    if (known?.subject.revision === seen.revision) {
      const tried = await tryOn(known);
      // Only what was committed counts: the case may have changed since.
      if (tried.kind === 'done') return tried;
    }
    return tryOn(await this.parts.store.load(caseId));
  }

  /**
   * Executes a command on a commitment as it is now: what else happens in the case does not concern who keeps it, nor do
   * they see it.
   */
  async keep(
    caseId: string,
    actor: Person,
    request: KeepingRequest,
    commandId: string,
  ): Promise<CommandResult> {
    for (let round = 1; ; round++) {
      const loaded = await this.parts.store.load(caseId);
      const roles = loaded ? await this.#keepingRoles(loaded.subject, actor, request.of) : [];
      const seen = { revision: loaded?.subject.revision ?? 0, commandId };
      const result = await this.#apply(loaded, { actor, roles }, request, seen);
      const isLostRace = result.kind === 'refused' && result.refusal === 'not-in-this-state';
      if (!isLostRace || round === SYSTEM_ROUNDS) return result;
    }
  }

  /** The commitment, if this person keeps it. */
  async keptBy(caseId: string, actor: Person, of: number): Promise<Commitment | undefined> {
    const loaded = await this.parts.store.load(caseId);
    const roles = loaded ? await this.#keepingRoles(loaded.subject, actor, of) : [];
    return roles.length > 0 ? loaded?.subject.commitments.find(({ seq }) => seq === of) : undefined;
  }

  async #keepingRoles(subject: Case, actor: Person, of: number): Promise<CaseRole[]> {
    const commitment = subject.commitments.find(({ seq }) => seq === of);
    const roles = rolesIn(subject, actor).filter((role) => role === 'assignee');
    if (!commitment || roles.length > 0) return roles;
    const leaderId = await leaderOf(this.parts.directory, subject, commitment);
    return keepingRoles(subject, actor, { commitment, leaderId });
  }

  /**
   * Executes a system command on the current case.
   * @param decide called with the case, again after each conflict. Undefined: nothing to do.
   * @returns `settled` when done or when there is nothing to do.
   */
  async runSystem(
    caseId: string,
    decide: (subject: Case) => SystemCommand | undefined | Promise<SystemCommand | undefined>,
  ): Promise<SystemOutcome> {
    for (let round = 0; round < SYSTEM_ROUNDS; round++) {
      const loaded = await this.parts.store.load(caseId);
      if (loaded?.isAhead) return 'ahead';
      const command = loaded && (await decide(loaded.subject));
      if (!loaded || !command) return 'settled';
      const seen = { revision: loaded.subject.revision, commandId: command.commandId };
      const given = { actor: SYSTEM, roles: rolesIn(loaded.subject, SYSTEM) };
      const result = await this.#apply(loaded, given, command.request, seen);
      if (result.kind === 'done') return 'settled';
    }
    return 'busy';
  }

  async #apply(
    loaded: StoredCase | undefined,
    { actor, roles }: { actor: Person; roles: readonly CaseRole[] },
    request: Request,
    { revision, commandId }: { revision: number; commandId: string },
  ): Promise<CommandResult> {
    if (!loaded || roles.length === 0) return { kind: 'not-found' };
    const { subject, events } = loaded;
    if (roles.includes('former')) return { kind: 'gone-on', subject };
    const given = { actorId: actor.id, commandId };
    if (events.some((event) => isSameCommand(event, given))) return { kind: 'done', loaded };
    if (loaded.isAhead) return { kind: 'refused', loaded, refusal: 'later-version' };
    if (subject.revision !== revision) return { kind: 'refused', loaded, refusal: 'not-in-this-state' };
    if (request.type === 'undo') return this.#undo(loaded, actor, given);
    if (!may(subject, actor, request.type, roles)) return { kind: 'refused', loaded, refusal: 'not-allowed' };
    const command = await completed(subject, request, this.parts);
    if (!command) return { kind: 'refused', loaded, refusal: 'unknown-person' };
    const decision = decide(subject, command, this.parts.clock(), this.parts.deadlines);
    if ('refusal' in decision) return { kind: 'refused', loaded, refusal: decision.refusal };
    return this.#commit(loaded, given, decision.body);
  }

  /** Takes the last decision back, unless those have been told of it who hear of it later. */
  async #undo(
    loaded: StoredCase,
    actor: Person,
    given: Pick<CaseEvent, 'actorId' | 'commandId'>,
  ): Promise<CommandResult> {
    const { subject, events } = loaded;
    const body = undoing(subject, actor, this.parts.clock());
    const last = events.at(-1);
    if (!body || !last) return { kind: 'refused', loaded, refusal: 'too-late-to-undo' };
    const waits = waitingIn(subject.undo?.before, last, subject);
    const released = await this.parts.store.releasing(subject.id, last.seq, waits);
    // Notices that were sent long ago are taken away.
    const isGone = isToldLater(body.of) && released?.length === 0;
    if (!released || isGone) return { kind: 'refused', loaded, refusal: 'already-told' };
    return this.#commit(loaded, given, body, released);
  }

  async #commit(
    loaded: StoredCase,
    given: Pick<CaseEvent, 'actorId' | 'commandId'>,
    body: EventBody,
    extra: Operation[] = [],
  ): Promise<CommandResult> {
    const { subject } = loaded;
    const at = this.parts.clock().toISOString();
    const event: CaseEvent = { ...given, seq: subject.revision + 1, at, body };
    const step = { before: loaded, event, after: evolve(subject, event) };
    const stored = await this.parts.commits.commit(step, extra);
    const last = stored.events.at(-1);
    if (last && isSameCommand(last, given)) return { kind: 'done', loaded: stored };
    const isAsItWas = stored.subject.revision === subject.revision;
    return { kind: 'refused', loaded: stored, refusal: isAsItWas ? 'already-told' : 'not-in-this-state' };
  }
}

/** Returns true for events of the same person in the same role: the second one repeats the first. */
const isSameReport = (first: CaseEvent, { actorId, body }: CaseEvent): boolean =>
  first.actorId === actorId &&
  first.body.type === 'reported' &&
  body.type === 'reported' &&
  first.body.isTakenIn === body.isTakenIn;

/** The level that sets the first deadline. */
function gravityOf(report: Report, { protectedBy }: ReportRoute): Level {
  return protectedBy ? 'high' : firstLevelOf(report);
}
