/** The trainer's buttons: list, view, require the code, show and renew the screen, close, reopen. */
import { z } from 'zod';
import { pageToken } from '../../../platform/cards/inputs.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { type Handler, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { DeskCards } from '../cards/desk-card.js';
import { listCard } from '../cards/list-card.js';
import { mayAnnounce } from '../domain/permissions.js';
import { canReopen } from '../domain/training.js';
import type { Managing } from '../service/managing.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import { managedTraining, showDesk } from './managed-training.js';

const PAGE_SIZE = 8;
const input = z.object({ page: pageToken });

interface DeskParts {
  managing: Managing;
  trainings: TrainingStore;
  deskCards: DeskCards;
  renderer: Renderer;
}

export class DeskHandler {
  constructor(private readonly parts: DeskParts) {}

  routes(): VerbRoute[] {
    const personal = (verb: string, handle: Handler): VerbRoute => ({ verb, scope: 'personal', handle });
    return [
      personal('training.manage', (turn) => this.#manage(turn)),
      personal('training.close', (turn) => this.#close(turn)),
      personal('training.reopen', (turn) => this.#reopen(turn)),
      personal('training.require', (turn) => this.#require(turn)),
      personal('training.screen', (turn) => this.#screen(turn)),
      personal('training.newScreen', (turn) => this.#newScreen(turn)),
      personal('trainings.mine', (turn) => this.mine(turn)),
    ];
  }

  /** Lists the trainings that the person gives or announced, the latest first. */
  async mine(turn: Turn): Promise<Reply> {
    const { page } = readInput(input, turn);
    const found = await this.parts.trainings.ofTrainer(turn.actor.id, PAGE_SIZE, page);
    const isTrainer = mayAnnounce(await turn.person());
    return show(listCard(this.parts.renderer, found, isTrainer, turn.language));
  }

  async #manage(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    return showDesk(turn, deskCards, await managedTraining(turn, managing));
  }

  async #close(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    const text = textIn(turn.language).trainings.desk;
    const training = await managedTraining(turn, managing);
    const banner = training.state === 'closed' ? text.alreadyClosed : text.closed;
    return showDesk(turn, deskCards, await managing.close(training, turn.now), { banner });
  }

  async #reopen(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    const text = textIn(turn.language).trainings.desk;
    const training = await managedTraining(turn, managing);
    if (training.state === 'open') return showDesk(turn, deskCards, training, { banner: text.alreadyOpen });
    if (!canReopen(training, turn.now)) return say(text.tooLateToReopen);
    return showDesk(turn, deskCards, await managing.reopen(training), { banner: text.reopened });
  }

  async #require(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    const text = textIn(turn.language).trainings.desk;
    const training = await managing.switchCode(await managedTraining(turn, managing));
    const banner = training.requiresCode ? text.requiring : text.allowing;
    return showDesk(turn, deskCards, training, { banner });
  }

  async #screen(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    return showDesk(turn, deskCards, await managedTraining(turn, managing), { withScreen: true });
  }

  async #newScreen(turn: Turn): Promise<Reply> {
    const { managing, deskCards } = this.parts;
    const training = await managing.renewScreen(await managedTraining(turn, managing));
    const banner = textIn(turn.language).trainings.desk.newScreen;
    return showDesk(turn, deskCards, training, { withScreen: true, banner });
  }
}
