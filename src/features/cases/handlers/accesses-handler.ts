/** "accesos": administrators review who opened and exported cases. */
import { z } from 'zod';
import { pageToken } from '../../../platform/cards/inputs.js';
import { AppError, onlyFor } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { AccessCards } from '../cards/accesses-card.js';
import { mayReviewAccesses } from '../domain/permissions.js';
import type { AccessReview } from '../service/accesses/access-review.js';

export interface AccessesParts {
  review: AccessReview;
  cards: AccessCards;
}

const wanted = z.object({ number: z.string().regex(/^HUM-\d{4}-\d{6}$/), page: pageToken });

export class AccessesHandler {
  constructor(private readonly parts: AccessesParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'accesses.view', scope: 'personal', handle: (turn) => this.#view(turn) }];
  }

  async recent(turn: Turn): Promise<Reply> {
    const found = await this.parts.review.recent(await permit(turn));
    const { recent } = textIn(turn.language).cases.accesses;
    return show(await this.parts.cards.recent(found, turn.language), recent);
  }

  async byNumber(turn: Turn): Promise<Reply> {
    const admin = await permit(turn);
    const number = turn.understood?.entities.caseNumber;
    if (number === undefined) throw new AppError('unexpected');
    return this.#show(turn, admin, number);
  }

  async #view(turn: Turn): Promise<Reply> {
    const admin = await permit(turn);
    const { number, page } = readInput(wanted, turn);
    return this.#show(turn, admin, number, page);
  }

  async #show(turn: Turn, admin: Person, number: string, page?: string): Promise<Reply> {
    const text = textIn(turn.language).cases.accesses;
    const found = await this.parts.review.ofCase(number, admin, page);
    if (!found) return say(text.noSuchNumber);
    return show(await this.parts.cards.ofCase(number, found, turn.language), text.ofCase(number));
  }
}

/** @throws AppError `not-allowed` */
async function permit(turn: Turn): Promise<Person> {
  const person = await turn.person();
  if (!mayReviewAccesses(person)) throw onlyFor((language) => textIn(language).cases.ofTeam.accesses);
  return person;
}
