/** Queues reminders of a commitment, and the notice that its day has passed. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { findActive } from '../../../platform/people/person.js';
import {
  type Case,
  type CaseService,
  type CaseStore,
  type Commitment,
  commitmentOf,
  dueFollowUp,
  eventOf,
  LOST_AFTER_MS,
  makeUpAll,
  nextFollowUp,
  nextTry,
  type SystemCommand,
  unlessAhead,
} from '../../cases/index.js';
import type { CommitmentList } from '../store/commitment-list.js';

export const FOLLOW = 'commitment';

export const followWork = z.object({
  kind: z.literal(FOLLOW),
  caseId: z.string().min(1),
  /** The number of the event that made the commitment. */
  of: z.number().int(),
  /** The moment that was planned, ISO 8601. Another plan makes this work void. */
  at: z.string(),
});
type FollowWork = z.output<typeof followWork>;

/** Queues the next step for the commitment of an event. Repeating is harmless: the work checks the case first. */
export function scheduleFollowUp(parts: {
  store: CaseStore;
  work: Pick<FeatureContext['work'], 'later'>;
  clock: FeatureContext['clock'];
}): EffectHandler {
  const { store, work, clock } = parts;
  return unlessAhead(store, async (item, { subject, events }) => {
    const event = eventOf(item, events);
    const commitment = event && commitmentOf(event, subject);
    const next = commitment && nextFollowUp(commitment);
    if (!next) return [];
    const at = next.at.toISOString();
    const wanted = { kind: FOLLOW, caseId: subject.id, of: commitment.seq, at };
    await work.later(wanted, next.at.getTime() - clock().getTime());
    return [];
  });
}

export interface FollowParts extends Pick<FeatureContext, 'clock' | 'log' | 'directory'> {
  service: CaseService;
  commitments: CommitmentList;
}

export class CommitmentFollowUps {
  constructor(private readonly parts: FollowParts) {}

  /** Does the due step, if it is still due. Returns the milliseconds until the next try, if one is needed. */
  async run({ caseId, of, at }: FollowWork): Promise<number | undefined> {
    let early = 0;
    const outcome = await this.parts.service.runSystem(caseId, async (subject) => {
      const next = nextOf(subject, of);
      if (!next || next.at.toISOString() !== at) return undefined;
      early = next.at.getTime() - this.#now().getTime();
      return early > 0 ? undefined : this.#commandFor(next.commitment, at);
    });
    return early > 0 ? early : nextTry(outcome);
  }

  /**
   * Looks for commitments whose follow-up is overdue, which should have happened by itself. Makes up for it, and logs it.
   * Returns how many there were.
   */
  async audit(): Promise<number> {
    const { commitments, log } = this.parts;
    const before = new Date(this.#now().getTime() - LOST_AFTER_MS);
    return makeUpAll(
      commitments.overdue(before),
      ({ caseId, of }) => this.#makeUp(caseId, of, before),
      ({ caseId, of }, err) =>
        log.error({ case: caseId, of, err }, 'a lost follow-up is still not made up for'),
    );
  }

  /** Returns false if nothing was lost. */
  async #makeUp(caseId: string, of: number, before: Date): Promise<boolean> {
    const { service, log } = this.parts;
    let isLost = false;
    await service.runSystem(caseId, async (subject) => {
      const next = nextOf(subject, of);
      if (!next || next.at >= before) return undefined;
      if (!isLost) log.error({ case: caseId, of }, 'a follow-up of a commitment was lost; it is made up for');
      isLost = true;
      return this.#commandFor(next.commitment, next.at.toISOString());
    });
    return isLost;
  }

  /** The same id for the same plan, so that each follow-up happens once. */
  async #commandFor(commitment: Commitment, at: string): Promise<SystemCommand | undefined> {
    const due = dueFollowUp(commitment, this.#now());
    if (!due) return undefined;
    const { seq: of, personId } = commitment;
    const hasLeft = (await findActive(this.parts.directory, personId)) === undefined;
    return {
      request: { type: 'follow-up', of, phase: due.phase, hasLeft },
      commandId: `commitment:${of}:${at}`,
    };
  }

  #now(): Date {
    return this.parts.clock();
  }
}

function nextOf({ commitments }: Case, of: number) {
  const commitment = commitments.find(({ seq }) => seq === of);
  const next = commitment && nextFollowUp(commitment);
  return next && { ...next, commitment };
}
