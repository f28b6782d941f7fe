/** Announces a training: each form is stored once and posted once, also when it is sent twice. */
import { isDeepStrictEqual } from 'node:util';
import type { FeatureContext } from '../../../feature.js';
import type { Address, Channel } from '../../../platform/delivery/channel.js';
import { pauseFor } from '../../../platform/delivery/pause.js';
import { AppError } from '../../../platform/errors.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import type { TrainingCards } from '../cards/training-card.js';
import { mayAnnounce, mayManage } from '../domain/permissions.js';
import type { Plan } from '../domain/plan.js';
import { newScreen } from '../domain/screen-key.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';
import type { ChannelCard } from './channel-card.js';
import { trainingNotFound } from './not-found.js';
import { isInChannelOf, messageOf, type NotPosted, notPostedBecause, type ShownCard } from './posted-card.js';
import { newScreenSeed, newSecret } from './secrets.js';

/** How often storage is told again where a card is: after 200 ms, 400 ms and so on, for about ten minutes. */
const FIRST_PAUSE_MS = 200;
const MOST_DOUBLINGS = 5;
const MOST_TRIES = 100;

export interface Announcement {
  /** The id of the form, which becomes the id of the training. */
  id: string;
  plan: Plan;
  trainer: Person;
  by: Person;
  place: Address;
  /** The form in the channel, which turns into the card; left out to post a new message. */
  formMessageId?: string | undefined;
}

/** `elsewhere`: its card is posted in another channel. */
type Announced = Training | NotPosted | 'elsewhere';

/** What the form says of a training. */
type Said = Plan & Pick<Training, 'trainerId' | 'trainerName'>;

type Planned = Omit<
  Training,
  | 'id'
  | 'secret'
  | 'screenSeed'
  | 'screenKeyHash'
  | 'state'
  | 'closedAt'
  | 'meetingId'
  | 'messageId'
  | 'postedBy'
  | 'checkMessageId'
>;

interface AnnouncingParts {
  trainings: TrainingStore;
  cards: TrainingCards;
  channel: Channel;
  directory: Directory;
  instances: Pick<FeatureContext['instances'], 'me' | 'isAlive'>;
  background: Pick<FeatureContext['background'], 'run'>;
  channelCard: Pick<ChannelCard, 'showNow'>;
}

export class Announcing {
  /** The forms that this instance is posting, so that a second sending of one waits for the first. */
  readonly #running = new Map<string, Promise<unknown>>();
  /** The messages of cards that were posted, and of which storage does not know yet. */
  readonly #posted = new Map<string, string>();

  constructor(private readonly parts: AnnouncingParts) {}

  /** The chosen trainer, or the person if none was chosen; undefined if the choice cannot be a trainer. */
  async trainerOf(trainerId: string | undefined, person: Person): Promise<Person | undefined> {
    if (trainerId === undefined || trainerId === person.id) return person;
    const chosen = await this.parts.directory.find(trainerId);
    return chosen && mayAnnounce(chosen) ? chosen : undefined;
  }

  /** Returns true for a training that this person may manage. */
  async isManagedBy(id: string, person: Person): Promise<boolean> {
    const stored = await this.parts.trainings.find(id);
    return stored !== undefined && mayManage(stored, person);
  }

  /**
   * Where the card is posted already, takes what the form corrects.
   * @throws AppError `not-found` if the id belongs to a training of somebody else; `storage-conflict` while another
   * instance is posting it.
   */
  async announce(announcement: Announcement): Promise<Announced> {
    const { id } = announcement;
    const before = this.#running.get(id) ?? Promise.resolve();
    const running = before.catch(() => undefined).then(() => this.#announce(announcement));
    this.#running.set(id, running);
    try {
      return await running;
    } finally {
      if (this.#running.get(id) === running) this.#running.delete(id);
    }
  }

  /**
   * Learns where the card of a training is from the card itself, when Teams did not say it on posting: then it is not posted
   * again. Returns whether this call was the one that learned it.
   */
  async found(training: Training, shown: ShownCard): Promise<boolean> {
    const messageId = messageOf(training, shown);
    if (training.messageId !== '' || messageId === undefined) return false;
    let isNews = false;
    await this.parts.trainings.change(training.id, (before) => {
      isNews = before.messageId === '';
      return isNews ? { ...before, messageId } : before;
    });
    return isNews;
  }

  async #announce(announcement: Announcement): Promise<Announced> {
    const { id, plan, trainer, by, place, formMessageId } = announcement;
    const said: Said = { ...plan, trainerId: trainer.id, trainerName: trainer.name };
    const planned: Planned = {
      ...said,
      createdBy: by.id,
      serviceUrl: place.serviceUrl,
      conversationId: place.conversationId,
    };
    const training = await this.#plan(id, planned, by);
    if (training.messageId !== '') {
      return isInChannelOf(training, place.conversationId) ? this.#correct(training, said) : 'elsewhere';
    }
    try {
      return await this.#post(training, formMessageId);
    } catch (error) {
      const reason = notPostedBecause(error);
      await this.parts.trainings.change(id, (before) => ({ ...before, postedBy: '' }));
      return reason;
    }
  }

  /** Stores the training of a form, as one that this instance posts; one that was never posted is overwritten. */
  async #plan(id: string, planned: Planned, by: Person): Promise<Training> {
    const { trainings, instances } = this.parts;
    const { me } = instances;
    const secret = newSecret();
    const training: Training = {
      id,
      ...planned,
      state: 'open',
      closedAt: '',
      meetingId: '',
      messageId: '',
      postedBy: me,
      checkMessageId: '',
      secret,
      ...newScreen(secret, newScreenSeed()),
    };
    if (await trainings.insert(training)) return training;
    const stored = await trainings.find(id);
    if (!stored || !mayManage(stored, by)) throw trainingNotFound();
    if (stored.messageId !== '') return stored;
    return trainings.change(id, (before) => {
      if (before.messageId !== '') return before;
      const { postedBy } = before;
      const isInOtherHands = postedBy !== '' && postedBy !== me && instances.isAlive(postedBy);
      if (isInOtherHands) throw new AppError('storage-conflict', { detail: 'posting' });
      return { ...before, ...planned, postedBy: me };
    });
  }

  /** Changes a training whose card is posted, where the form says something else by now. */
  async #correct(training: Training, said: Said): Promise<Training> {
    const { trainings, channelCard } = this.parts;
    const { id } = training;
    if (isDeepStrictEqual({ ...training, ...said }, training)) return training;
    const changed = await trainings.change(id, (before) => ({ ...before, ...said }));
    channelCard.showNow(id);
    return changed;
  }

  async #post(training: Training, formMessageId: string | undefined): Promise<Training> {
    const { cards, channel, channelCard } = this.parts;
    const { id, title } = training;
    const card = cards.render(training, 0, 'es');
    const message = { card, summary: textIn('es').trainings.posted(title) };
    const known = this.#posted.get(id);
    const messageId = formMessageId ?? known ?? (await channel.post(training, message));
    const posted = await this.#keep(id, messageId);
    if (formMessageId !== undefined) await channel.update(training, formMessageId, message);
    // What was posted earlier may show another plan.
    else if (known !== undefined) channelCard.showNow(id);
    return posted;
  }

  /** Stores where the card is. A card that is in the channel is not posted again because storage did not learn of it. */
  async #keep(id: string, messageId: string): Promise<Training> {
    this.#posted.set(id, messageId);
    try {
      return await this.#store(id, messageId);
    } catch (error) {
      this.parts.background.run('training posted', () => this.#keepLater(id, messageId));
      throw error;
    }
  }

  async #keepLater(id: string, messageId: string): Promise<void> {
    for (let failed = 1; this.#posted.has(id); failed++) {
      await pauseFor(FIRST_PAUSE_MS * 2 ** Math.min(failed - 1, MOST_DOUBLINGS));
      try {
        await this.#store(id, messageId);
      } catch (error) {
        if (failed === MOST_TRIES) throw error;
      }
    }
  }

  async #store(id: string, messageId: string): Promise<Training> {
    const posted = await this.parts.trainings.change(id, (before) => ({ ...before, messageId }));
    this.#posted.delete(id);
    return posted;
  }
}
