/** What a trainer does with a training: look, change how one registers, export, close. */
import { z } from 'zod';
import type { Background } from '../../../platform/background.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Notices } from '../../../platform/delivery/notices.js';
import { AppError } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import type { Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { DeskCards, DeskOptions } from '../cards/desk-card.js';
import { hashOf, ticketFor } from '../domain/codes.js';
import type { FileKind, TrainingLinks } from '../domain/links.js';
import { mayManage } from '../domain/permissions.js';
import type { Training } from '../domain/training.js';
import type { ChannelCard } from '../service/channel-card.js';
import type { TrainingStore } from '../store/training-store.js';

/** How long the links of an export work. */
const FILES_MS = 10 * 60_000;
const PAGE = 8;

export interface DeskParts {
  trainings: TrainingStore;
  deskCards: DeskCards;
  channelCard: ChannelCard;
  links: TrainingLinks;
  renderer: Renderer;
  notices: Notices;
  background: Background;
  personOf: (turn: Turn) => Promise<Person>;
  newScreenKey: () => string;
  log: Logger;
}

const target = z.object({ id: z.uuid() });
const page = z.object({ page: z.string().max(2_000).optional().catch(undefined) });

export class TrainingDesk {
  constructor(private readonly parts: DeskParts) {}

  routes(): VerbRoute[] {
    const verb = (name: string, handle: (turn: Turn) => Promise<Reply>): VerbRoute => ({
      verb: name,
      scope: 'personal',
      handle,
    });
    return [
      verb('training.manage', (turn) => this.#manage(turn)),
      verb('training.close', (turn) => this.#close(turn)),
      verb('training.require', (turn) => this.#require(turn)),
      verb('training.screen', (turn) => this.#screen(turn)),
      verb('training.export', (turn) => this.#export(turn)),
      verb('trainings.mine', (turn) => this.mine(turn)),
    ];
  }

  /** The trainings that whoever asks gives or has announced, the latest first. */
  async mine(turn: Turn): Promise<Reply> {
    const token = page.parse(turn.input).page || undefined;
    const found = await this.parts.trainings.ofTrainer(turn.actor.id, PAGE, token);
    const trainings = found.trainings.map(({ id, title, startsAt }) => ({
      id,
      title,
      when: moment(new Date(startsAt), turn.language),
    }));
    const data = { trainings, next: found.next ?? '' };
    return show(this.parts.renderer.render('training-list', data, turn.language));
  }

  /** @throws AppError `not-found` when it is not theirs, or not there. */
  async show(turn: Turn, id: string, options: DeskOptions = {}): Promise<Reply> {
    const training = await this.parts.trainings.find(id);
    if (!training) throw new AppError('not-found');
    const card = await this.parts.deskCards.render(training, turn.language, options);
    return show(card, textIn(turn.language).trainings.posted(training.title));
  }

  /** Sends a trainer the card of a training, in the background. */
  announce(id: string, personId: string, screenKey: string): void {
    this.parts.background.run('training desk', async () => {
      try {
        const training = await this.parts.trainings.find(id);
        if (!training) return;
        const inSpanish = await this.parts.deskCards.render(training, 'es', { screenKey });
        const inEnglish = await this.parts.deskCards.render(training, 'en', { screenKey });
        await this.parts.notices.tell(personId, (language) => ({
          card: language === 'es' ? inSpanish : inEnglish,
          summary: textIn(language).trainings.posted(training.title),
        }));
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        this.parts.log.warn({ training: id, actor: personId, err: error }, 'trainer not told');
      }
    });
  }

  /** The training that the card is about; undefined, with a line in the log, where it is not theirs. */
  async find(turn: Turn): Promise<Training | undefined> {
    const parsed = target.safeParse(turn.input);
    if (!parsed.success) throw new AppError('invalid-input', { cause: parsed.error });
    const training = await this.parts.trainings.find(parsed.data.id);
    if (training && mayManage(training, await this.parts.personOf(turn))) return training;
    this.parts.log.warn({ training: parsed.data.id, actor: turn.actor.id }, 'training not theirs');
    return undefined;
  }

  async #manage(turn: Turn): Promise<Reply> {
    const training = await this.find(turn);
    return training ? this.show(turn, training.id) : say(textIn(turn.language).trainings.notFound);
  }

  async #close(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.find(turn);
    if (!training) return say(text.notFound);
    if (training.state === 'closed') {
      // The card may never have been told: the process that closed it may have ended in between.
      this.parts.channelCard.showNow(training.id);
      return this.show(turn, training.id, { banner: text.desk.alreadyClosed });
    }
    const closedAt = turn.now.toISOString();
    await this.parts.trainings.change(training.id, (before) => ({ ...before, state: 'closed', closedAt }));
    this.parts.channelCard.showNow(training.id);
    return this.show(turn, training.id, { banner: text.desk.closed });
  }

  async #require(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.find(turn);
    if (!training) return say(text.notFound);
    const requiresCode = !training.requiresCode;
    await this.parts.trainings.change(training.id, (before) => ({ ...before, requiresCode }));
    this.parts.channelCard.showNow(training.id);
    return this.show(turn, training.id, {
      banner: requiresCode ? text.desk.requiring : text.desk.allowing,
    });
  }

  /** A new link of the wall, which takes the place of the one before. */
  async #screen(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.find(turn);
    if (!training) return say(text.notFound);
    const screenKey = this.parts.newScreenKey();
    const screenKeyHash = hashOf(screenKey);
    await this.parts.trainings.change(training.id, (before) => ({ ...before, screenKeyHash }));
    return this.show(turn, training.id, { screenKey, banner: text.desk.newScreen });
  }

  async #export(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.find(turn);
    if (!training) return say(text.notFound);
    const ticket = ticketFor(training.secret, EXPORT, addMilliseconds(turn.now, FILES_MS));
    const webLinks = (['xlsx', 'csv'] as FileKind[]).map((kind) => ({
      title: text.files[kind],
      url: this.parts.links.file(training.id, kind, ticket),
    }));
    const card = this.parts.renderer.render('training-files', { webLinks }, turn.language);
    return { kind: 'append', message: { card } };
  }
}

/** What the tickets of exports are for. */
export const EXPORT = 'export';
