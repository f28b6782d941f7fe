/** Data requests, from asking to the delivered answer, with the queue under each so that none is forgotten. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaYear } from '../../../platform/calendar/days.js';
import { ANSWER_DAYS, type DataRequest, nextStep } from '../domain/data-request.js';
import type { DataRequests } from '../store/data-requests.js';
import type { RequestNotice } from './request-notice.js';

export interface DataRequestParts extends Pick<FeatureContext, 'background' | 'calendar' | 'clock'> {
  requests: DataRequests;
  notice: Pick<RequestNotice, 'tellTeam' | 'deliver'>;
  work: Pick<FeatureContext['work'], 'prepare' | 'finish'>;
}

/** When nobody could be reached, it is tried again after so long, for as long as that takes. */
const AGAIN_MS = 5 * 60_000;

export class DataRequestService {
  constructor(private readonly parts: DataRequestParts) {}

  /** Makes a request and tells the team. The same command again returns the request already made. */
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
   * Answers a request, and delivers the answer. False where somebody has answered it already.
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

  /** Does what a request needs now. Returns in how many milliseconds to come again; undefined when it is over. */
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
   * Writes with the queue as the net under it, and does behind the answer what the request then needs.
   * @param write returns true when it has changed something.
   */
  async #withNet(number: string, write: () => Promise<boolean>): Promise<boolean> {
    const { work, background } = this.parts;
    const net = await work.prepare({ kind: 'correction', number });
    const isChanged = await write();
    background.run('data request', async () =>
      work.finish(net, isChanged ? await this.run(number) : undefined),
    );
    return isChanged;
  }
}
