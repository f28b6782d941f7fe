/** The commands on cases: load, permit, decide, store, and set the dispatcher on its way. */
import type { Background } from '../background.js';
import type { Clock } from '../clock.js';
import type { Dispatcher } from '../delivery/dispatcher.js';
import { type CardPlace, toPlaceRow } from '../delivery/notices.js';
import type { Effect } from '../delivery/outbox.js';
import type { WorkQueue } from '../delivery/work.js';
import { AppError } from '../errors.js';
import type { Directory, Person } from '../people/person.js';
import type { TakenMessage } from '../storage/queue.js';
import type { Row } from '../storage/tables.js';
import { bogotaYear } from '../text/dates.js';
import {
  type Case,
  type CaseEvent,
  type Command,
  decide,
  evolve,
  type Refusal,
  type Report,
} from './case.js';
import type { Deadlines } from './deadlines.js';
import { may, mayView } from './permissions.js';
import { routeReport } from './routing.js';
import type { CaseStore, LoadedCase, StoredCase } from './store.js';

export const EFFECTS = {
  /** Keeps a person's card of the case up to date. */
  card: 'case.card',
  /** Tells the reporter in a line that something happened. */
  news: 'case.news',
  /** Keeps the lists up to date. */
  index: 'case.index',
} as const;

export interface Submission {
  caseId: string;
  number: string;
  report: Report;
  chosenSuperiorId?: string;
  /** The message of the reporter that becomes the card of the case. */
  place?: CardPlace;
  commandId: string;
}

export type CommandResult =
  | { kind: 'done'; loaded: LoadedCase }
  /** The case as it is now, where the command came too late or asked for what is not possible. */
  | { kind: 'refused'; loaded: LoadedCase; refusal: Refusal | 'not-allowed' }
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

  /** A number for a report that is about to be submitted. */
  async nextNumber(): Promise<string> {
    return this.parts.store.nextNumber(bogotaYear(this.parts.clock()));
  }

  /** Makes a case of a report. The same submission again returns the case already made. */
  async submit(reporter: Person, submission: Submission): Promise<LoadedCase> {
    const { report } = submission;
    const route = await routeReport(this.parts.directory, reporter, {
      superiorInvolved: report.superiorInvolved,
      chosenId: submission.chosenSuperiorId,
    });
    const now = this.parts.clock();
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
        assignee: route.assignee,
        assigneeRole: route.role,
        dueAt: this.parts.deadlines.acceptBy(report.level, now).toISOString(),
      },
    };
    const involved = await this.#involved(route.assignee, report.level === 'high');
    const urgent = report.level === 'high';
    const effects: Effect[] = [
      { kind: EFFECTS.index, target: '', urgent },
      ...involved.map((target) => ({ kind: EFFECTS.card, target, urgent })),
      { kind: EFFECTS.card, target: reporter.id, urgent },
    ];
    const places = submission.place ? [toPlaceRow(submission.caseId, reporter.id, submission.place)] : [];
    return this.#commit(undefined, event, unique(effects), places);
  }

  /** Carries out a command of this person on the revision that the card showed. */
  async execute(
    caseId: string,
    viewer: Person,
    command: Command,
    seen: { revision: number; commandId: string },
  ): Promise<CommandResult> {
    const loaded = await this.view(caseId, viewer);
    if (!loaded) return { kind: 'not-found' };
    const { subject, events } = loaded;
    if (events.some((event) => event.commandId === seen.commandId)) return { kind: 'done', loaded };
    if (subject.revision !== seen.revision) return { kind: 'refused', loaded, refusal: 'not-in-this-state' };
    if (!may(subject, viewer, command.type)) return { kind: 'refused', loaded, refusal: 'not-allowed' };
    const now = this.parts.clock();
    const decision = decide(subject, command, now, this.parts.deadlines);
    if ('refusal' in decision) return { kind: 'refused', loaded, refusal: decision.refusal };
    const event: CaseEvent = {
      seq: subject.revision + 1,
      actorId: viewer.id,
      at: now.toISOString(),
      commandId: seen.commandId,
      body: decision.body,
    };
    const effects = await this.#effectsOf(subject);
    const after = await this.#commit(loaded, event, effects);
    return after.events.at(-1)?.commandId === seen.commandId
      ? { kind: 'done', loaded: after }
      : { kind: 'refused', loaded: after, refusal: 'not-in-this-state' };
  }

  async #effectsOf(subject: Case): Promise<Effect[]> {
    const urgent = subject.level === 'high';
    const involved = await this.#involved(subject.assignee, urgent);
    return unique([
      { kind: EFFECTS.index, target: '', urgent },
      ...[subject.reporterId, ...involved].map((target) => ({ kind: EFFECTS.card, target, urgent })),
      { kind: EFFECTS.news, target: subject.reporterId, urgent },
    ]);
  }

  /** Who has a card of the case, beside the reporter. */
  async #involved(assignee: Case['assignee'], high: boolean): Promise<string[]> {
    const team =
      assignee.kind === 'humanization' || high ? await this.parts.directory.withRole('humanization') : [];
    return [...(assignee.kind === 'person' ? [assignee.id] : []), ...team.map((person) => person.id)];
  }

  /**
   * Stores an event with the safety net under it, and dispatches behind the answer. Returns the case as it
   * then is: with this event, or as another command has made it meanwhile.
   */
  async #commit(
    before: StoredCase | undefined,
    event: CaseEvent,
    effects: Effect[],
    places: Row[] = [],
  ): Promise<LoadedCase> {
    const subject = evolve(before?.subject, event);
    const net = await this.parts.work.prepareDispatch(subject.id);
    const result = await this.parts.store.commit(before, event, effects, places);
    this.parts.background.run('dispatch', () => this.#dispatch(subject.id, net));
    if (result === 'done') return { subject, events: [...(before?.events ?? []), event] };
    const stored = await this.parts.store.load(subject.id);
    if (!stored) throw new AppError('storage-conflict');
    return stored;
  }

  async #dispatch(caseId: string, net: TakenMessage): Promise<void> {
    await this.parts.work.finishDispatch(net, await this.parts.dispatcher.dispatch(caseId));
  }
}

function unique(effects: Effect[]): Effect[] {
  const seen = new Map(effects.map((effect) => [`${effect.kind}|${effect.target}`, effect]));
  return [...seen.values()];
}
