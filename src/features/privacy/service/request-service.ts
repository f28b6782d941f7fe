/** Data requests from creation to the delivered answer. A queue message backs each, so that none is lost. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaYear } from '../../../platform/calendar/days.js';
import { ANSWER_DAYS, type DataRequest, nextStep } from '../domain/data-request.js';
import type { DataRequests } from '../store/data-requests.js';
import type { RequestNotice } from './request-notice.js';

export interface DataRequestParts extends Pick<FeatureContext, 'background' | 'calendar' | 'clock'> {
  requests: DataRequests;
  notice: Pick<RequestNotice, 'tellTeam' | 'deliver'>;
  work: Pick<FeatureContext['work'], 'prepare' | 'carry'>;
}

/** Interval between retries when no one could be reached; no limit. */
const AGAIN_MS = 5 * 60_000;

export class DataRequestService {
  constructor(private readonly parts: DataRequestParts) {}

  /** Creates a request and notifies the team. Idempotent by `commandId`. */
  async ask(asked: { personId: string; words: string; commandId: string }): Promise<DataRequest> {
    const { requests, calendar, clock } = this.parts;
    const { personId, words, commandId } = asked;
    const made = await requests.madeBy(personId, commandId);
    if (made) return made;
    const now = clock();
    const request: DataRequest = {
      number: await requests.nextNumber(bogotaYear(now)),
      personId,
      words,
      at: now.toISOString(),
      dueAt: calendar.endOfDay(ANSWER_DAYS, now).toISOString(),
      toldAt: '',
      answer: '',
      answeredAt: '',
      answeredBy: '',
      deliveredAt: '',
    };
    await this.#withNet(request.number, async () => {
      await requests.insert(request, commandId);
      return true;
    });
    return request;
  }

  /**
   * Answers a request and delivers the answer. Returns false if it was already answered.
   * @throws AppError `not-found`
   */
  async answer(number: string, given: { answer: string; answeredBy: string }): Promise<boolean> {
    const answeredAt = this.parts.clock().toISOString();
    return this.#withNet(number, () =>
      this.parts.requests.change(number, (before) =>
        before.answeredAt ? undefined : { ...before, ...given, answeredAt },
      ),
    );
  }

  /** Does the pending steps of a request. Returns milliseconds until the next run; undefined when done. */
  async run(number: string): Promise<number | undefined> {
    const { requests, notice, calendar, clock } = this.parts;
    for (;;) {
      const request = await requests.find(number);
      if (!request) return undefined;
      const now = clock();
      const step = nextStep(request, now, calendar);
      if (step.kind === 'done') return undefined;
      if (step.kind === 'wait') return step.until.getTime() - now.getTime();
      const isDone = await (step.kind === 'deliver' ? notice.deliver(request) : notice.tellTeam(request));
      if (!isDone) return AGAIN_MS;
      const mark = step.kind === 'deliver' ? 'deliveredAt' : 'toldAt';
      await requests.change(number, (before) => ({ ...before, [mark]: now.toISOString() }));
    }
  }

  /**
   * Writes with a queue message as safety net, then runs the pending steps in the background, after the
   * reply.
   * @param write returns true when it changed something.
   */
  async #withNet(number: string, write: () => Promise<boolean>): Promise<boolean> {
    const { work, background } = this.parts;
    const net = await work.prepare({ kind: 'correction', number });
    const isChanged = await write();
    background.run('data request', () =>
      work.carry(net, async () => (isChanged ? this.run(number) : undefined)),
    );
    return isChanged;
  }
}
