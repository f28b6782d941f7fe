/** "solicitudes": where the humanization team answers what people ask to have corrected. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { AppError } from '../../../platform/errors.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { dueOf, isLate, teamData } from '../cards/request-card.js';
import type { CorrectionRequests } from '../service/request-service.js';
import type { Corrections } from '../store/data-requests.js';

export interface CorrectionDeskParts {
  corrections: Corrections;
  requests: CorrectionRequests;
  names: Names;
  renderer: Renderer;
  personOf: (turn: Turn) => Promise<Person>;
}

/** Of the list; the others come up as these are answered. */
const MOST_LISTED = 10;
const MAX_ANSWER = 2_000;
const one = z.object({ number: z.string().regex(/^DAT-\d{4}-\d{6,}$/) });
const given = one.extend({ answer: z.string().trim().max(MAX_ANSWER).catch('') });

export class CorrectionDesk {
  constructor(private readonly parts: CorrectionDeskParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'privacy.requests', scope: 'personal', handle: (turn) => this.list(turn) },
      { verb: 'privacy.request', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'privacy.answer', scope: 'personal', handle: (turn) => this.#answer(turn) },
    ];
  }

  /** What waits for an answer, the first due first. */
  async list(turn: Turn): Promise<Reply> {
    await this.#admit(turn);
    const { corrections, names, renderer } = this.parts;
    const { language, now } = turn;
    const text = textIn(language).privacy.request;
    const open = await corrections.open();
    const requests = await Promise.all(
      open.slice(0, MOST_LISTED).map(async (correction) => ({
        number: correction.number,
        who: await names.of(correction.personId),
        due: dueOf(correction, now, language),
        isLate: isLate(correction, now),
      })),
    );
    const more = open.length > requests.length ? text.more(open.length - requests.length) : '';
    return show(renderer.render('data-requests', { requests, more }, language), text.listTitle);
  }

  async #open(turn: Turn): Promise<Reply> {
    await this.#admit(turn);
    return this.#show(turn, read(one, turn).number);
  }

  async #answer(turn: Turn): Promise<Reply> {
    const person = await this.#admit(turn);
    const { number, answer } = read(given, turn);
    const text = textIn(turn.language).privacy.request;
    if (answer === '') return this.#show(turn, number, { answer, problem: text.noAnswer });
    const isFirst = await this.parts.requests.answer(number, { answer, answeredBy: person.id });
    // What was typed is kept for whoever came second, so that it can be told in another way.
    return this.#show(turn, number, isFirst ? undefined : { answer, problem: text.tooLate });
  }

  async #show(turn: Turn, number: string, entered?: { answer: string; problem: string }): Promise<Reply> {
    const { corrections, names, renderer } = this.parts;
    const correction = await corrections.find(number);
    if (!correction) throw new AppError('not-found');
    const { personId, answeredBy } = correction;
    const [asker, answerer] = await Promise.all([names.of(personId), answeredBy ? names.of(answeredBy) : '']);
    const data = teamData(correction, { asker, answerer }, { ...turn, entered });
    return show(renderer.render('data-request', data, turn.language), data.title);
  }

  /** @throws AppError `not-allowed` for whoever is not of the humanization team. */
  async #admit(turn: Turn): Promise<Person> {
    const person = await this.parts.personOf(turn);
    if (!person.roles.includes('humanization')) throw new AppError('not-allowed');
    return person;
  }
}

function read<Shape extends z.ZodType>(shape: Shape, { input }: Turn): z.infer<Shape> {
  const parsed = shape.safeParse(input);
  if (!parsed.success) throw new AppError('invalid-input');
  return parsed.data;
}
