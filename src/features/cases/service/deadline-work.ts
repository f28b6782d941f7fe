/**
 * Deadlines through the queue: a reminder half-way, one step up the line when the time has passed, and word to others
 * when nobody confirms the level.
 */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { type Case, confirmationDue } from '../domain/case.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import { LOST_AFTER_MS, makeUpAll, nextTry } from './audits/making-up.js';
import type { CaseService, SystemCommand } from './commands/case-service.js';
import { unlessAhead } from './notices/later-version.js';
import { isUntold } from './notices/untold.js';

export const DEADLINE = 'deadline';

const PHASES = ['remind', 'due', 'confirm', 'health'] as const;

export const deadlineWork = z.object({
  kind: z.literal(DEADLINE),
  caseId: z.string().min(1),
  step: z.number().int(),
  phase: z.enum(PHASES),
});
type DeadlineWork = z.output<typeof deadlineWork>;
type Phase = DeadlineWork['phase'];

/**
 * A case does not move on from somebody whose notice has not left, until it could have left for this long: since the
 * deadline, and since this instance began.
 */
const TOLD_WITHIN_MS = 10 * 60_000;
const TOLD_YET_MS = 15_000;

/** No step of a case is longer. */
const LONGEST_STEP_MS = 366 * 86_400_000;

/** Queues the deadlines of the current step. Repeating is harmless: the work checks the case first. */
export function scheduleDeadlines(parts: {
  store: CaseStore;
  work: Pick<FeatureContext['work'], 'later'>;
  clock: FeatureContext['clock'];
}): EffectHandler {
  const { store, work, clock } = parts;
  return unlessAhead(store, async ({ partitionKey: caseId }, { subject }) => {
    const { step } = subject;
    for (const phase of PHASES) {
      const at = momentOf(subject, phase);
      if (at !== undefined) await work.later({ kind: DEADLINE, caseId, step, phase }, at - clock().getTime());
    }
    return [];
  });
}

export interface DeadlineParts extends Pick<FeatureContext, 'tables' | 'clock' | 'log'> {
  service: CaseService;
  store: Pick<CaseStore, 'load'>;
  index: CaseIndex;
}

export class CaseDeadlines {
  readonly #begun: number;

  constructor(private readonly parts: DeadlineParts) {
    this.#begun = this.#now();
  }

  /** Executes what is due, if it still is. Returns the milliseconds until the next try, if one is needed. */
  async run({ caseId, step, phase }: DeadlineWork): Promise<number | undefined> {
    if (phase === 'due' && (await this.#isToBeTold(caseId))) return TOLD_YET_MS;
    let early = 0;
    const outcome = await this.parts.service.runSystem(caseId, (subject) => {
      const at = isOf(subject, step, phase) ? momentOf(subject, phase) : undefined;
      early = at === undefined ? 0 : at - this.#now();
      const isDue = at !== undefined && early <= 0;
      return isDue ? commandOf(subject, phase) : undefined;
    });
    return early > 0 ? early : nextTry(outcome);
  }

  /**
   * Checks the overdue open cases, which should have moved on by themselves. Moves on those that have not,
   * and logs them. Returns how many there were.
   */
  async audit(): Promise<number> {
    return this.#makeUpAll(new Date(this.#now() - LOST_AFTER_MS), ['due']);
  }

  /** The same for the reminders and the levels to confirm of all open cases, each of which it reads. */
  async auditReminders(): Promise<number> {
    return this.#makeUpAll(new Date(this.#now() + LONGEST_STEP_MS), ['remind', 'confirm', 'health']);
  }

  #makeUpAll(dueBefore: Date, phases: readonly Phase[]): Promise<number> {
    const { index, log } = this.parts;
    return makeUpAll(
      index.overdue(dueBefore),
      ({ id }) => this.#makeUp(id, phases),
      ({ id }, err) => log.error({ case: id, phases, err }, 'a lost deadline is still not made up for'),
    );
  }

  /** Whether a case is overdue of whose assignee nobody can say that they let it lie. */
  async #isToBeTold(caseId: string): Promise<boolean> {
    const loaded = await this.parts.store.load(caseId);
    if (!loaded) return false;
    const dueAt = momentOf(loaded.subject, 'due') ?? Infinity;
    const couldLeaveForMs = this.#now() - Math.max(dueAt, this.#begun);
    return (
      this.#now() >= dueAt && couldLeaveForMs < TOLD_WITHIN_MS && isUntold(this.parts.tables, loaded.subject)
    );
  }

  /** Checks the case itself, because the list may be outdated. Returns false if nothing was lost. */
  async #makeUp(caseId: string, phases: readonly Phase[]): Promise<boolean> {
    if (phases.includes('due') && (await this.#isToBeTold(caseId))) return false;
    let isLost = false;
    const outcome = await this.parts.service.runSystem(caseId, (subject) => {
      const { step } = subject;
      const phase = phases.find(
        (each) => (momentOf(subject, each) ?? Infinity) < this.#now() - LOST_AFTER_MS,
      );
      if (!phase) return undefined;
      if (!isLost)
        this.parts.log.error({ case: caseId, step, phase }, 'a deadline was lost; it is made up for');
      isLost = true;
      return commandOf(subject, phase);
    });
    if (!isLost && phases.includes('due') && outcome !== 'ahead') {
      this.parts.log.warn({ case: caseId }, 'the lists of a case are behind');
    }
    return isLost;
  }

  #now(): number {
    return this.parts.clock().getTime();
  }
}

const COMMANDS = {
  remind: 'remind',
  due: 'climb',
  confirm: 'note-unconfirmed',
  health: 'remind-health',
} as const;

/** The same id for the same step, so that each phase happens once per step. Others are told once per case. */
function commandOf({ step, health }: Case, phase: Phase): SystemCommand {
  const ids = { confirm: 'confirm', health: `health:${health?.remindAt}`, remind: '', due: '' };
  return {
    request: { type: COMMANDS[phase] },
    commandId: `deadline:${ids[phase] || `${step}:${phase}`}`,
  };
}

/** The time to confirm a level, and that of a health claim, run on from one step to the next. */
const isOf = (subject: Case, step: number, phase: Phase) =>
  phase === 'confirm' || phase === 'health' || subject.step === step;

function momentOf(subject: Case, phase: Phase): number | undefined {
  const { remindAt, dueAt, health } = subject;
  const reminder = dueAt === undefined ? undefined : health?.remindAt;
  const moments = { remind: remindAt, due: dueAt, confirm: confirmationDue(subject), health: reminder };
  const at = moments[phase];
  return at === undefined ? undefined : Date.parse(at);
}
