/** The commands on cases: load, permit, decide, store, and set the dispatcher on its way. */
import type { Background } from '../../../platform/background.js';
import type { Clock } from '../../../platform/clock.js';
import type { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { type CardPlace, toPlaceRow } from '../../../platform/delivery/notices.js';
import type { WorkQueue } from '../../../platform/delivery/work.js';
import { AppError } from '../../../platform/errors.js';
import { type Directory, findActive, type Person, type Role } from '../../../platform/people/person.js';
import type { TakenMessage } from '../../../platform/storage/queue.js';
import type { Row } from '../../../platform/storage/tables.js';
import { bogotaDay, bogotaYear } from '../../../platform/text/dates.js';
import { type Case, type CaseEvent, type Evidence, evolve, type Report } from '../domain/case.js';
import { type Command, decide, type Refusal } from '../domain/commands.js';
import type { Deadlines } from '../domain/deadlines.js';
import {
  effectsOf,
  HANDED_OVER,
  isUnattended,
  isWatched,
  type Surroundings,
  wasWatched,
} from '../domain/effects.js';
import { may, mayView, rolesIn, SYSTEM } from '../domain/permissions.js';
import type { CaseStore, LoadedCase, StoredCase } from '../store/case-store.js';
import { routeReport, routeUp } from './routing.js';

export interface Submission {
  caseId: string;
  number: string;
  report: Report;
  chosenSuperiorId?: string;
  /** Files that were sent while it was written. */
  evidence: Evidence[];
  /** The message of the reporter that becomes the card of the case. */
  place?: CardPlace;
  commandId: string;
}

const SYSTEM_ROUNDS = 5;

type Routed = 'escalate' | 'contest' | 'climb';
/** What somebody asks for; to whom a case goes that goes on is found out here. */
export type Request =
  | Exclude<Command, { to: unknown }>
  | { type: 'escalate' | 'contest'; reason: string }
  | { type: 'climb' }
  | { type: 'reassign'; reason: string; personId: string };

export type CommandResult =
  | { kind: 'done'; loaded: LoadedCase }
  /** The case as it is now, where the command came too late or asked for what is not possible. */
  | { kind: 'refused'; loaded: LoadedCase; refusal: Refusal | 'not-allowed' | 'unknown-person' }
  /** Somebody who had it once may know that it went on. */
  | { kind: 'gone-on'; subject: Case }
  | { kind: 'not-found' };

export class CaseService {
  constructor(
    private readonly parts: {
      store: CaseStore;
      directory: Directory;
      deadlines: Deadlines;
      dispatcher: Dispatcher;
      work: WorkQueue;
      background: Background;
      clock: Clock;
    },
  ) {}

  /** The case, if this person may see it; another's case and none look the same. */
  async view(caseId: string, viewer: Person): Promise<StoredCase | undefined> {
    const loaded = await this.parts.store.load(caseId);
    return loaded && mayView(loaded.subject, viewer) ? loaded : undefined;
  }

  /** The same for somebody who is known by id alone. */
  async viewById(caseId: string, personId: string): Promise<Case | undefined> {
    const viewer = await this.parts.directory.find(personId);
    const anybody = { id: personId, name: '', email: '', roles: [], area: '' };
    return (await this.view(caseId, viewer ?? anybody))?.subject;
  }

  /** The case that went on from this person to somebody else. */
  async goneOn(caseId: string, viewer: Person): Promise<Case | undefined> {
    const loaded = await this.parts.store.load(caseId);
    return loaded && rolesIn(loaded.subject, viewer).includes('former') ? loaded.subject : undefined;
  }

  /** A number for a report that is about to be submitted. */
  async nextNumber(): Promise<string> {
    return this.parts.store.nextNumber(bogotaYear(this.parts.clock()));
  }

  /** Makes a case of a report. The same submission again returns the case already made. */
  async submit(reporter: Person, submission: Submission): Promise<LoadedCase> {
    const { report } = submission;
    const now = this.parts.clock();
    const { assignee, assigneeRole, excludedIds } = await routeReport(this.parts.directory, reporter, {
      superiorInvolved: report.superiorInvolved,
      chosenId: submission.chosenSuperiorId,
      today: bogotaDay(now),
    });
    const event: CaseEvent = {
      seq: 1,
      actorId: reporter.id,
      at: now.toISOString(),
      commandId: submission.commandId,
      body: {
        type: 'reported',
        caseId: submission.caseId,
        number: submission.number,
        report,
        area: reporter.area,
        excludedIds,
        evidence: submission.evidence,
        assignee,
        assigneeRole,
        ...this.parts.deadlines.accept(report.reviews.length > 0 ? report.candidate : report.level, now),
      },
    };
    const places = submission.place ? [toPlaceRow(submission.caseId, reporter.id, submission.place)] : [];
    return this.#commit(undefined, event, places);
  }

  /** Carries out a command of this person on the revision that the card showed. */
  async execute(
    caseId: string,
    actor: Person,
    request: Request,
    seen: { revision: number; commandId: string },
  ): Promise<CommandResult> {
    const loaded = await this.parts.store.load(caseId);
    const roles = loaded ? rolesIn(loaded.subject, actor) : [];
    if (!loaded || roles.length === 0) return { kind: 'not-found' };
    const { subject, events } = loaded;
    if (roles.includes('former')) return { kind: 'gone-on', subject };
    if (events.some((event) => event.commandId === seen.commandId)) return { kind: 'done', loaded };
    if (subject.revision !== seen.revision) return { kind: 'refused', loaded, refusal: 'not-in-this-state' };
    if (!may(subject, actor, request.type)) return { kind: 'refused', loaded, refusal: 'not-allowed' };
    const command = await this.#commandOf(subject, request);
    if (!command) return { kind: 'refused', loaded, refusal: 'unknown-person' };
    const now = this.parts.clock();
    const decision = decide(subject, command, now, this.parts.deadlines);
    if ('refusal' in decision) return { kind: 'refused', loaded, refusal: decision.refusal };
    const after = await this.#commit(loaded, {
      seq: subject.revision + 1,
      actorId: actor.id,
      at: now.toISOString(),
      commandId: seen.commandId,
      body: decision.body,
    });
    return after.events.at(-1)?.commandId === seen.commandId
      ? { kind: 'done', loaded: after }
      : { kind: 'refused', loaded: after, refusal: 'not-in-this-state' };
  }

  /**
   * What a deadline does by itself, on the case as it is now.
   * @param commandIdOf the same for the same step, so that it happens once in it.
   * @param applies whether there is still something to do.
   * @returns whether it is settled: done, or no longer to be done. Otherwise others keep being faster.
   */
  async runSystem(
    caseId: string,
    request: Request,
    commandIdOf: (subject: Case) => string,
    applies: (subject: Case) => boolean,
  ): Promise<boolean> {
    for (let round = 0; round < SYSTEM_ROUNDS; round++) {
      const loaded = await this.parts.store.load(caseId);
      if (!loaded || !applies(loaded.subject)) return true;
      const { subject } = loaded;
      const seen = { revision: subject.revision, commandId: commandIdOf(subject) };
      const result = await this.execute(caseId, SYSTEM, request, seen);
      if (result.kind === 'done') return true;
    }
    return false;
  }

  /** The command with whom it goes to; undefined where that is nobody whom the directory knows. */
  async #commandOf(subject: Case, request: Request): Promise<Command | undefined> {
    if (isRouted(request)) {
      const { assignee, assigneeRole } = await routeUp(
        this.parts.directory,
        subject,
        bogotaDay(this.parts.clock()),
      );
      return { ...request, to: { assignee, assigneeRole } };
    }
    if (request.type !== 'reassign') return request;
    const { reason, personId } = request;
    const person = await findActive(this.parts.directory, personId);
    if (!person || person.id === subject.reporterId || subject.excludedIds.includes(person.id)) {
      return undefined;
    }
    const to = { assignee: { kind: 'person', id: person.id }, assigneeRole: 'assigned' } as const;
    return { type: 'reassign', reason, to };
  }

  /**
   * Stores an event with the safety net under it, and dispatches behind the answer. Returns the case as it
   * then is: with this event, or as another command has made it meanwhile.
   */
  async #commit(before: StoredCase | undefined, event: CaseEvent, places: Row[] = []): Promise<LoadedCase> {
    const subject = evolve(before?.subject, event);
    const effects = effectsOf(
      before?.subject,
      event,
      subject,
      await this.#surroundings(before, event, subject),
    );
    const net = await this.parts.work.prepare({ kind: 'dispatch', partitionKey: subject.id });
    const result = await this.parts.store.commit(before, event, effects, places);
    this.parts.background.run('dispatch', () => this.#dispatch(subject.id, net));
    if (result === 'done') return { subject, events: [...(before?.events ?? []), event] };
    // What an earlier try of the same command has stored may differ in what it was made of.
    const stored = await this.parts.store.load(subject.id);
    if (!stored) throw new AppError('storage-conflict');
    return stored;
  }

  /** Asks the directory for no more than the event concerns. */
  async #surroundings(before: StoredCase | undefined, event: CaseEvent, after: Case): Promise<Surroundings> {
    const knew = wasWatched(before?.events ?? []);
    const team = needsTeam(before?.subject, after, event, knew) ? await this.#idsOf('humanization') : [];
    const admins = isUnattended(after, team) ? await this.#idsOf('admin') : [];
    return { team, admins, wasWatched: knew };
  }

  async #idsOf(role: Role): Promise<string[]> {
    return (await this.parts.directory.withRole(role)).map(({ id }) => id);
  }

  async #dispatch(caseId: string, net: TakenMessage): Promise<void> {
    await this.parts.work.finish(net, await this.parts.dispatcher.dispatch(caseId));
  }
}

function isRouted(request: Request): request is Extract<Request, { type: Routed }> {
  return request.type === 'escalate' || request.type === 'contest' || request.type === 'climb';
}

/** Whether the humanization team is concerned, so that one has to know who they are. */
function needsTeam(before: Case | undefined, after: Case, event: CaseEvent, wasWatched: boolean): boolean {
  const { type } = event.body;
  return (
    [before, after].some((subject) => subject && isWatched(subject)) ||
    type === 'undelivered' ||
    (HANDED_OVER.has(type) && wasWatched)
  );
}
