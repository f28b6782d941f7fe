/** Deadlines through the queue: a reminder half-way, and one step up the line when the time has passed. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/dispatcher.js';
import type { Case } from '../domain/case.js';
import type { CaseIndex } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import type { CaseService } from './case-service.js';

export const DEADLINE = 'deadline';

export const deadlineWork = z.object({
  kind: z.literal(DEADLINE),
  caseId: z.string().min(1),
  step: z.number().int(),
  phase: z.enum(['remind', 'due']),
});
type DeadlineWork = z.output<typeof deadlineWork>;

/** When others keep being faster on the same case. */
const AGAIN_MS = 1_000;
/** A deadline that passed so long ago has been lost on the way. */
const LOST_AFTER_MS = 120_000;

/** Sets the deadlines of a case's present step going. Twice does no harm: they look at the case first. */
export function scheduleDeadlines(parts: {
  store: CaseStore;
  work: Pick<FeatureContext['work'], 'later'>;
  clock: FeatureContext['clock'];
}): EffectHandler {
  const { store, work, clock } = parts;
  return async ({ partitionKey: caseId }) => {
    const loaded = await store.load(caseId);
    if (!loaded) return [];
    const { step } = loaded.subject;
    for (const phase of ['remind', 'due'] as const) {
      const at = momentOf(loaded.subject, phase);
      if (at !== undefined) await work.later({ kind: DEADLINE, caseId, step, phase }, at - clock().getTime());
    }
    return [];
  };
}

export interface DeadlineParts extends Pick<FeatureContext, 'clock' | 'log'> {
  service: CaseService;
  index: CaseIndex;
}

export class CaseDeadlines {
  constructor(private readonly parts: DeadlineParts) {}

  /** Does what is due, if it still is. Returns in how many milliseconds it will be, where it came too early. */
  async run({ caseId, step, phase }: DeadlineWork): Promise<number | undefined> {
    const type = phase === 'remind' ? 'remind' : 'climb';
    let early = 0;
    const isSettled = await this.parts.service.runSystem(caseId, (subject) => {
      const at = subject.step === step ? momentOf(subject, phase) : undefined;
      early = at === undefined ? 0 : at - this.#now();
      const isDue = at !== undefined && early <= 0;
      return isDue ? { request: { type }, commandId: commandIdOf(step, phase) } : undefined;
    });
    if (early > 0) return early;
    return isSettled ? undefined : AGAIN_MS;
  }

  /**
   * Walks the open cases that are overdue: each should have moved on by itself. What has not is moved on now,
   * and said. Returns how many there were.
   */
  async audit(): Promise<number> {
    let repaired = 0;
    for await (const { id } of this.parts.index.overdue(new Date(this.#now() - LOST_AFTER_MS))) {
      try {
        if (await this.#makeUp(id)) repaired += 1;
      } catch (error) {
        this.parts.log.error({ case: id, err: error }, 'a lost deadline is still not made up for');
      }
    }
    return repaired;
  }

  /** Goes by the case as it is, for the list that named it may be behind. False where nothing was lost. */
  async #makeUp(caseId: string): Promise<boolean> {
    let isLost = false;
    await this.parts.service.runSystem(caseId, (subject) => {
      const { step } = subject;
      const at = momentOf(subject, 'due');
      if (at === undefined || at >= this.#now() - LOST_AFTER_MS) return undefined;
      if (!isLost) this.parts.log.error({ case: caseId, step }, 'a deadline was lost; it is made up for');
      isLost = true;
      return { request: { type: 'climb' }, commandId: commandIdOf(step, 'due') };
    });
    if (!isLost) this.parts.log.warn({ case: caseId }, 'the lists of a case are behind');
    return isLost;
  }

  #now(): number {
    return this.parts.clock().getTime();
  }
}

/** The same for the same step, so that each happens once in it. */
const commandIdOf = (step: number, phase: DeadlineWork['phase']) => `deadline:${step}:${phase}`;

function momentOf({ dueAt, remindAt }: Case, phase: DeadlineWork['phase']): number | undefined {
  const at = phase === 'remind' ? remindAt : dueAt;
  return at === undefined ? undefined : Date.parse(at);
}
