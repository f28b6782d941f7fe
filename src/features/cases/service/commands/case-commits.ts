/** Stores an event with its effects, queues a message as their safety net, and starts the dispatcher. */
import type { FeatureContext } from '../../../../feature.js';
import type { Effect } from '../../../../platform/delivery/outbox.js';
import { AppError } from '../../../../platform/errors.js';
import type { Role } from '../../../../platform/people/person.js';
import type { Operation, StoredRow } from '../../../../platform/storage/tables.js';
import { commitmentOf } from '../../domain/commitment-effects.js';
import {
  effectsOf,
  HANDED_OVER,
  isLoweringToTell,
  isUnattended,
  isWatched,
  type Surroundings,
  wasWatched,
} from '../../domain/effects.js';
import { watchingRole } from '../../domain/permissions.js';
import { settledOf } from '../../domain/undo.js';
import type { CaseStore, LoadedCase, Step } from '../../store/case-store.js';
import { leaderOf } from '../people/commitment-leaders.js';

/** The kind of queue work that dispatches the outbox of a case. */
export const DISPATCH = 'dispatch';

/** An event, the case after it, and until when it can be taken back, ISO 8601; undefined if it cannot. */
export interface StepToTell extends Pick<Step, 'event' | 'after'> {
  settledAt?: string | undefined;
}

export interface CaseCommitParts
  extends Pick<FeatureContext, 'directory' | 'work' | 'background' | 'mailer'> {
  store: CaseStore;
  /** Further rows of an event. */
  outside: (step: StepToTell) => Effect[];
  /**
   * Dispatches the outbox of a case, `fresh` that of a new one as just stored. Returns the milliseconds until its pending
   * work, if any.
   */
  dispatch: (caseId: string, fresh?: readonly StoredRow[]) => Promise<number | undefined>;
}

export class CaseCommits {
  constructor(private readonly parts: CaseCommitParts) {}

  /**
   * Stores an event and dispatches its effects in the background.
   * @param extra further operations of the transaction.
   * @returns the case with this event, or as a concurrent command changed it.
   */
  async commit(step: Step, extra: Operation[] = []): Promise<LoadedCase> {
    const { store, work, background, dispatch } = this.parts;
    const { before, event, after } = step;
    const settledAt = settledOf(event);
    const effects = [
      ...effectsOf(before?.subject, event, after, await this.#surroundings(step)),
      ...this.parts.outside({ event, after, settledAt }),
    ];
    const net = await work.prepare({ kind: DISPATCH, partitionKey: after.id });
    const { isDone, fresh } = await store.commit(step, effects, extra);
    background.run('dispatch', () => work.carry(net, () => dispatch(after.id, fresh)));
    if (isDone) return { subject: after, events: [...(before?.events ?? []), event], isAhead: false };
    // An earlier try of the same command may have stored a different event.
    const stored = await store.load(after.id);
    if (!stored) throw new AppError('storage-conflict');
    return stored;
  }

  /** Queries the directory only for what the event needs. */
  async #surroundings(step: Step): Promise<Surroundings> {
    const knew = wasWatched(step.before?.events ?? []);
    const commitment = commitmentOf(step.event, step.after);
    const leaderId = commitment && (await leaderOf(this.parts.directory, step.after, commitment));
    const isWithoutLeader = commitment !== undefined && leaderId === undefined;
    const team = isWithoutLeader || needsTeam(step, knew) ? await this.#idsOf(watchingRole(step.after)) : [];
    const admins = isUnattended(step.after, team) ? await this.#idsOf('admin') : [];
    const mails = this.parts.mailer !== undefined;
    return { team, admins, wasWatched: knew, leaderId, mails };
  }

  async #idsOf(role: Role): Promise<string[]> {
    return (await this.parts.directory.withRole(role)).map(({ id }) => id);
  }
}

/** Returns true when the event concerns those who watch over the case, so that they must be looked up. */
function needsTeam({ before, event, after }: Step, wasEverWatched: boolean): boolean {
  const { type } = event.body;
  return (
    [before?.subject, after].some((subject) => subject && isWatched(subject)) ||
    type === 'undelivered' ||
    type === 'unconfirmed' ||
    isLoweringToTell(before?.subject, event, after) ||
    (HANDED_OVER.has(type) && wasEverWatched)
  );
}
