/** Tells the humanization team what somebody asks to have corrected, and the person what was answered. */
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { Clock } from '../../../platform/clock.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Logger } from '../../../platform/log.js';
import type { Names } from '../../../platform/people/names.js';
import type { Directory } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Message } from '../../../turn.js';
import { askerData, teamData } from '../cards/request-card.js';
import type { Correction } from '../domain/data-request.js';

export interface CorrectionNoticeParts {
  directory: Pick<Directory, 'withRole'>;
  names: Names;
  renderer: Renderer;
  /** Throws DeliveryError. */
  tell: (personId: string, render: (language: Language) => Message) => Promise<void>;
  clock: Clock;
  log: Logger;
}

export class CorrectionNotice {
  constructor(private readonly parts: CorrectionNoticeParts) {}

  /** False where there is a team and nobody of it could be told. */
  async tellTeam(correction: Correction): Promise<boolean> {
    const { number, toldAt } = correction;
    return this.#tellAll(correction, (language) => {
      const text = textIn(language).privacy.request;
      return { summary: toldAt ? text.unanswered(number) : text.title(number), problem: '' };
    });
  }

  /** False where it is to be tried again. Where the person cannot be reached at all, the team is told. */
  async deliver(correction: Correction): Promise<boolean> {
    const { renderer, tell, log } = this.parts;
    const { number, personId } = correction;
    try {
      await tell(personId, (language) => {
        const data = askerData(correction, language);
        return { card: renderer.render('data-request', data, language), summary: data.title };
      });
      return true;
    } catch (err) {
      log.error({ request: number, err }, 'an answer was not delivered');
      const isFinal =
        err instanceof DeliveryError && (err.failure === 'unreachable' || err.failure === 'refused');
      if (!isFinal) return false;
      return this.#tellAll(correction, (language) => {
        const problem = textIn(language).privacy.request.undelivered(number);
        return { summary: problem, problem };
      });
    }
  }

  /** Sends everybody of the team the card of a request. */
  async #tellAll(
    correction: Correction,
    linesIn: (language: Language) => { summary: string; problem: string },
  ): Promise<boolean> {
    const { directory, names, renderer, tell, clock, log } = this.parts;
    const { number, personId, answeredBy } = correction;
    const [team, asker, answerer] = await Promise.all([
      directory.withRole('humanization'),
      names.of(personId),
      answeredBy ? names.of(answeredBy) : '',
    ]);
    const messageIn = (language: Language): Message => {
      const { summary, problem } = linesIn(language);
      const view = { language, now: clock(), entered: { answer: '', problem } };
      const data = teamData(correction, { asker, answerer }, view);
      return { card: renderer.render('data-request', data, language), summary };
    };
    const told = await Promise.allSettled(team.map(({ id }) => tell(id, messageIn)));
    const failed = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const err of failed) log.error({ request: number, err }, 'somebody of the team was not told');
    if (team.length === 0) log.error({ request: number }, 'there is nobody who answers requests');
    return team.length === 0 || failed.length < team.length;
  }
}
