/** What the recognised person decides: to publish it or not, and to take it away. */
import { AppError } from '../../../platform/errors.js';
import { append, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import type { Recognition } from '../domain/recognition.js';
import type { Places } from '../service/places.js';
import type { RecognitionService } from '../service/recognition-service.js';
import { textIn } from '../text/catalogue.js';
import { decision, recognition } from './inputs.js';

export interface ReceivingParts {
  service: RecognitionService;
  places: Places;
  cards: RecognitionCards;
}

export class ReceivingHandler {
  constructor(private readonly parts: ReceivingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'recognition.open', scope: 'personal', handle: (turn) => this.#open(turn) },
      { verb: 'recognition.publish', scope: 'personal', handle: (turn) => this.#publish(turn) },
      { verb: 'recognition.remove', scope: 'personal', handle: (turn) => this.#remove(turn) },
    ];
  }

  async #open(turn: Turn): Promise<Reply> {
    const own = await this.parts.service.own(turn.actor.id, readInput(recognition, turn).id);
    if (own.state === 'removed') throw new AppError('not-found');
    return append((await this.#card(turn, own)).card, textIn(turn.language).recognitions.summary.own);
  }

  async #publish(turn: Turn): Promise<Reply> {
    const { id, agree, channel } = readInput(decision, turn);
    const decided = await this.parts.service.publish(turn.actor.id, id, { agree: agree === 'yes', channel });
    if (decided === 'no-place') return say(textIn(turn.language).recognitions.own.noPlace);
    return show((await this.#card(turn, decided)).card);
  }

  async #remove(turn: Turn): Promise<Reply> {
    const removed = await this.parts.service.remove(turn.actor.id, readInput(recognition, turn).id);
    return show((await this.#card(turn, removed)).card);
  }

  async #card(turn: Turn, own: Recognition) {
    const { cards, places } = this.parts;
    const isAsked = own.isPublic && own.state === 'sent';
    const offered = isAsked ? await places.of(turn.actor.id) : [];
    return { card: await cards.own({ recognition: own, team: [], places: offered }, turn.language) };
  }
}
