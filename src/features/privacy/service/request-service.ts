/** Requests to correct, from asking to the delivered answer, with the queue under each so that none is forgotten. */
import type { Background } from '../../../platform/background.js';
import type { Clock } from '../../../platform/clock.js';
import type { WorkQueue } from '../../../platform/delivery/work.js';
import { bogotaYear } from '../../../platform/text/dates.js';
import { ANSWER_DAYS, type BusinessDaysAfter, type Correction, nextStep } from '../domain/data-request.js';
import type { Corrections } from '../store/data-requests.js';
import type { CorrectionNotice } from './request-notice.js';

export interface CorrectionRequestParts {
  corrections: Corrections;
  notice: Pick<CorrectionNotice, 'tellTeam' | 'deliver'>;
  work: Pick<WorkQueue, 'prepare' | 'finish'>;
  background: Background;
  businessDaysAfter: BusinessDaysAfter;
  clock: Clock;
}

/** When nobody could be reached, it is tried again after so long, for as long as that takes. */
const AGAIN_MS = 5 * 60_000;

export class CorrectionRequests {
  constructor(private readonly parts: CorrectionRequestParts) {}

  /** Makes a request and tells the team. The same command again returns the request already made. */
  async ask(asked: { personId: string; words: string; commandId: string }): Promise<Correction> {
    const { corrections, businessDaysAfter, clock } = this.parts;
    const { personId, words, commandId } = asked;
    const made = await corrections.madeBy(personId, commandId);
    if (made) return made;
    const now = clock();
    const correction: Correction = {
      number: await corrections.nextNumber(bogotaYear(now)),
      personId,
      words,
      at: now.toISOString(),
      dueAt: businessDaysAfter(ANSWER_DAYS, now).toISOString(),
      toldAt: '',
      answer: '',
      answeredAt: '',
      answeredBy: '',
      deliveredAt: '',
    };
    await this.#over(correction.number, async () => {
      await corrections.insert(correction, commandId);
      return true;
    });
    return correction;
  }

  /**
   * Answers a request, and delivers that. False where somebody has answered it already.
   * @throws AppError `not-found`
   */
  async answer(number: string, given: { answer: string; answeredBy: string }): Promise<boolean> {
    const answeredAt = this.parts.clock().toISOString();
    return this.#over(number, () =>
      this.parts.corrections.change(number, (before) =>
        before.answeredAt ? undefined : { ...before, ...given, answeredAt },
      ),
    );
  }

  /** Does what a request needs now. Returns in how many milliseconds to come again; undefined when it is over. */
  async run(number: string): Promise<number | undefined> {
    const { corrections, notice, businessDaysAfter, clock } = this.parts;
    for (;;) {
      const correction = await corrections.find(number);
      if (!correction) return undefined;
      const now = clock();
      const step = nextStep(correction, now, businessDaysAfter);
      if (step.kind === 'done') return undefined;
      if (step.kind === 'wait') return step.until.getTime() - now.getTime();
      const isDone = await (step.kind === 'deliver'
        ? notice.deliver(correction)
        : notice.tellTeam(correction));
      if (!isDone) return AGAIN_MS;
      const mark = step.kind === 'deliver' ? 'deliveredAt' : 'toldAt';
      await corrections.change(number, (before) => ({ ...before, [mark]: now.toISOString() }));
    }
  }

  /**
   * Writes with the queue as the net under it, and does behind the answer what the request then needs.
   * @param write says whether it has changed anything.
   */
  async #over(number: string, write: () => Promise<boolean>): Promise<boolean> {
    const { work, background } = this.parts;
    const net = await work.prepare({ kind: 'correction', number });
    const isChanged = await write();
    background.run('correction', async () =>
      work.finish(net, isChanged ? await this.run(number) : undefined),
    );
    return isChanged;
  }
}
