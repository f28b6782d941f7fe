/** Notifies the humanization team of a request to correct data, and the requester of the answer. */
import type { FeatureContext } from '../../../feature.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Message } from '../../../platform/delivery/message.js';
import type { Directory } from '../../../platform/people/person.js';
import { askerData, requestTemplate, teamData } from '../cards/request-card.js';
import type { DataRequest } from '../domain/data-request.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface RequestNoticeParts extends Pick<FeatureContext, 'names' | 'renderer' | 'clock' | 'log'> {
  directory: Pick<Directory, 'withRole'>;
  notices: Pick<FeatureContext['notices'], 'tell'>;
}

export class RequestNotice {
  constructor(private readonly parts: RequestNoticeParts) {}

  /** Returns false if the team has members and none could be reached. */
  async tellTeam(request: DataRequest): Promise<boolean> {
    const { number, toldAt } = request;
    return this.#tellAll(request, (language) => {
      const text = textIn(language).privacy.request;
      return { summary: toldAt ? text.unanswered(number) : text.title(number), problem: '' };
    });
  }

  /**
   * Delivers the answer, or tells the team if the requester can never be reached. Returns false if it must be
   * retried.
   */
  async deliver(request: DataRequest): Promise<boolean> {
    const { renderer, notices, log } = this.parts;
    const { number, personId } = request;
    try {
      await notices.tell(personId, (language) => {
        const data = askerData(request, language);
        return { card: renderer.render(requestTemplate, data, language), summary: data.title };
      });
      return true;
    } catch (err) {
      log.error({ request: number, err }, 'an answer was not delivered');
      const isFinal =
        err instanceof DeliveryError && (err.failure === 'unreachable' || err.failure === 'refused');
      if (!isFinal) return false;
      return this.#tellAll(request, (language) => {
        const problem = textIn(language).privacy.request.undelivered(number);
        return { summary: problem, problem };
      });
    }
  }

  /** Sends the card of a request to every member of the team. */
  async #tellAll(
    request: DataRequest,
    linesIn: (language: Language) => { summary: string; problem: string },
  ): Promise<boolean> {
    const { directory, names, renderer, notices, clock, log } = this.parts;
    const { number, personId, answeredBy } = request;
    const [team, asker, answerer] = await Promise.all([
      directory.withRole('humanization'),
      names.of(personId),
      answeredBy ? names.of(answeredBy) : '',
    ]);
    const messageIn = (language: Language): Message => {
      const { summary, problem } = linesIn(language);
      const view = { language, now: clock(), entered: { answer: '', problem } };
      const data = teamData(request, { asker, answerer }, view);
      return { card: renderer.render(requestTemplate, data, language), summary };
    };
    const told = await Promise.allSettled(team.map(({ id }) => notices.tell(id, messageIn)));
    const failed = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const err of failed) log.error({ request: number, err }, 'somebody of the team was not told');
    if (team.length === 0) log.error({ request: number }, 'there is nobody who answers requests');
    return team.length === 0 || failed.length < team.length;
  }
}
