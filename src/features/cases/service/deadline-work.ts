/** Deadlines through the queue: a reminder half-way, and one step up the line when the time has passed. */
import type { Clock } from '../../../platform/clock.js';
import type { EffectHandler } from '../../../platform/delivery/dispatcher.js';
import type { DeadlineWork, WorkQueue } from '../../../platform/delivery/work.js';
import type { Logger } from '../../../platform/log.js';
import type { Case } from '../domain/case.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import type { CaseService } from './case-service.js';

export interface DeadlineParts {
  store: CaseStore;
  service: CaseService;
  index: CaseIndex;
  work: WorkQueue;
  clock: Clock;
  log: Logger;
}

/** When others keep being faster on the same case. */
const AGAIN_MS = 1_000;
/** A deadline that passed so long ago has been lost on the way. */
const LOST_AFTER_MS = 120_000;

export class CaseDeadlines {
  constructor(private readonly parts: DeadlineParts) {}

  /** Sets the deadlines of a case's present step going. Twice does no harm: they look at the case first. */
  readonly schedule: EffectHandler = async ({ partitionKey: caseId }) => {
    const loaded = await this.parts.store.load(caseId);
    if (!loaded) return [];
    const { step } = loaded.subject;
    for (const phase of ['remind', 'due'] as const) {
      const at = momentOf(loaded.subject, phase);
      if (at === undefined) continue;
      await this.parts.work.later({ kind: 'deadline', caseId, step, phase }, at - this.#now());
    }
    return [];
  };

  /** Does what is due, if it still is. Returns in how many milliseconds it will be, where it came too early. */
  async run({ caseId, step, phase }: DeadlineWork): Promise<number | undefined> {
    const loaded = await this.parts.store.load(caseId);
    if (!loaded || loaded.subject.step !== step) return undefined;
    const at = momentOf(loaded.subject, phase);
    if (at === undefined) return undefined;
    const early = at - this.#now();
    if (early > 0) return early;
    const settled = await this.parts.service.runSystem(
      caseId,
      { type: phase === 'remind' ? 'remind' : 'climb' },
      () => `deadline:${step}:${phase}`,
      (subject) => subject.step === step && momentOf(subject, phase) !== undefined,
    );
    return settled ? undefined : AGAIN_MS;
  }

  /**
   * Walks the open cases that are overdue: each should have moved on by itself. What has not is moved on now,
   * and said. Returns how many there were.
   */
  async audit(): Promise<number> {
    let repaired = 0;
    for await (const { id } of this.parts.index.overdue(this.#lostBefore())) {
      try {
        if (await this.#makeUp(id)) repaired += 1;
      } catch (error) {
        this.parts.log.error({ case: id, err: error }, 'a lost deadline is still not made up for');
      }
    }
    return repaired;
  }

  /** By the case as it is: the list that named it may be behind. False where nothing was lost. */
  async #makeUp(caseId: string): Promise<boolean> {
    const loaded = await this.parts.store.load(caseId);
    const at = loaded && momentOf(loaded.subject, 'due');
    if (!loaded || at === undefined || at >= this.#lostBefore().getTime()) {
      this.parts.log.warn({ case: caseId }, 'the lists of a case are behind');
      return false;
    }
    const { step } = loaded.subject;
    this.parts.log.error({ case: caseId, step }, 'a deadline was lost; it is made up for');
    await this.run({ kind: 'deadline', caseId, step, phase: 'due' });
    return true;
  }

  #lostBefore(): Date {
    return new Date(this.#now() - LOST_AFTER_MS);
  }

  #now(): number {
    return this.parts.clock().getTime();
  }
}

function momentOf({ dueAt, remindAt }: Case, phase: DeadlineWork['phase']): number | undefined {
  const at = phase === 'remind' ? remindAt : dueAt;
  return at === undefined ? undefined : Date.parse(at);
}
