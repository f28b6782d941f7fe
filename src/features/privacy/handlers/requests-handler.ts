/** "solicitudes": the humanization team lists and answers requests to correct data. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { dueOf, isLate, requestListTemplate, requestTemplate, teamData } from '../cards/request-card.js';
import { mayAnswerRequests } from '../domain/permissions.js';
import type { DataRequestService } from '../service/request-service.js';
import type { DataRequests } from '../store/data-requests.js';
import { textIn } from '../text/catalogue.js';

export interface RequestsParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  requests: DataRequests;
  service: DataRequestService;
}

/** Requests on the list card; later ones follow when these are answered. */
const MOST_LISTED = 10;
const MAX_ANSWER = 2_000;
const one = z.object({ number: z.string().regex(/^DAT-\d{4}-\d{6,}$/) });
const given = one.extend({ answer: z.string().trim().max(MAX_ANSWER).catch('') });

export class RequestsHandler {
  constructor(private readonly parts: RequestsParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'privacy.requests', scope: 'personal', handle: (turn) => this.list(turn) },
      { verb: 'privacy.request', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'privacy.answer', scope: 'personal', handle: (turn) => this.#answer(turn) },
    ];
  }

  /** Lists the open requests, the first due first. */
  async list(turn: Turn): Promise<Reply> {
    const { requests, names, renderer } = this.parts;
    const { language, now } = turn;
    if (!mayAnswerRequests(await turn.person())) return say(textIn(language).privacy.onlyTeamAnswers);
    const text = textIn(language).privacy.request;
    const open = await requests.open();
    const listed = await Promise.all(
      open.slice(0, MOST_LISTED).map(async (request) => ({
        number: request.number,
        who: await names.of(request.personId),
        due: dueOf(request, now, language),
        isLate: isLate(request, now),
      })),
    );
    const more = open.length > listed.length ? text.more(open.length - listed.length) : '';
    return show(renderer.render(requestListTemplate, { requests: listed, more }, language), text.listTitle);
  }

  async #open(turn: Turn): Promise<Reply> {
    await permit(turn);
    return this.#show(turn, readInput(one, turn).number);
  }

  async #answer(turn: Turn): Promise<Reply> {
    const person = await permit(turn);
    const { number, answer } = readInput(given, turn);
    const text = textIn(turn.language).privacy.request;
    if (answer === '') return this.#show(turn, number, { answer, problem: text.noAnswer });
    const isFirst = await this.parts.service.answer(number, { answer, answeredBy: person.id });
    // The second person to answer keeps their text, to send it in another way.
    return this.#show(turn, number, isFirst ? undefined : { answer, problem: text.tooLate });
  }

  async #show(turn: Turn, number: string, entered?: { answer: string; problem: string }): Promise<Reply> {
    const { requests, names, renderer } = this.parts;
    const request = await requests.find(number);
    if (!request) throw new AppError('not-found');
    const { personId, answeredBy } = request;
    const [asker, answerer] = await Promise.all([names.of(personId), answeredBy ? names.of(answeredBy) : '']);
    const data = teamData(request, { asker, answerer }, { language: turn.language, now: turn.now, entered });
    return show(renderer.render(requestTemplate, data, turn.language), data.title);
  }
}

/** @throws AppError `not-allowed` */
async function permit(turn: Turn): Promise<Person> {
  const person = await turn.person();
  if (!mayAnswerRequests(person)) throw new AppError('not-allowed');
  return person;
}
