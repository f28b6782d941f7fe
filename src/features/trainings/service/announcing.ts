/** Announces a training: each form is stored once and posted once, also when it is sent twice. */
import { type Address, type Channel, DeliveryError } from '../../../platform/delivery/channel.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { textIn } from '../../../platform/text/catalogue.js';
import type { TrainingCards } from '../cards/training-card.js';
import { mayAnnounce, mayManage } from '../domain/permissions.js';
import type { Plan } from '../domain/plan.js';
import { newScreen } from '../domain/screen-key.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { trainingNotFound } from './not-found.js';
import { newScreenSeed, newSecret } from './secrets.js';

export interface Announcement {
  /** The id of the form, which becomes the id of the training. */
  id: string;
  plan: Plan;
  trainer: Person;
  by: Person;
  place: Address;
  /** The form in the channel, which turns into the card; left out to post a new message. */
  formMessageId?: string;
}

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
  | 'checkMessageId'
>;

interface AnnouncingParts {
  trainings: TrainingStore;
  cards: TrainingCards;
  channel: Channel;
  directory: Directory;
}

export class Announcing {
  constructor(private readonly parts: AnnouncingParts) {}

  /** The chosen trainer, or the person if none was chosen; undefined if the choice cannot be a trainer. */
  async trainerOf(trainerId: string | undefined, person: Person): Promise<Person | undefined> {
    if (trainerId === undefined || trainerId === person.id) return person;
    const chosen = await this.parts.directory.find(trainerId);
    return chosen && mayAnnounce(chosen) ? chosen : undefined;
  }

  /** @throws AppError `not-found` if the id belongs to a training of somebody else. */
  async announce(announcement: Announcement): Promise<Training | 'cannot-post'> {
    const { id, plan, trainer, by, place, formMessageId } = announcement;
    const planned: Planned = {
      ...plan,
      trainerId: trainer.id,
      trainerName: trainer.name,
      createdBy: by.id,
      serviceUrl: place.serviceUrl,
      conversationId: place.conversationId,
    };
    const training = await this.#store(id, planned, by);
    if (training.messageId !== '') return training;
    try {
      return await this.#post(training, formMessageId);
    } catch (error) {
      if (error instanceof DeliveryError) return 'cannot-post';
      throw error;
    }
  }

  /** Stores the training of a form; one that was stored but never posted is overwritten. */
  async #store(id: string, planned: Planned, by: Person): Promise<Training> {
    const secret = newSecret();
    const training: Training = {
      id,
      ...planned,
      state: 'open',
      closedAt: '',
      meetingId: '',
      messageId: '',
      checkMessageId: '',
      secret,
      ...newScreen(secret, newScreenSeed()),
    };
    if (await this.parts.trainings.insert(training)) return training;
    const stored = await this.parts.trainings.find(id);
    if (!stored || !mayManage(stored, by)) throw trainingNotFound();
    if (stored.messageId !== '') return stored;
    return this.parts.trainings.change(id, (before) => ({ ...before, ...planned }));
  }

  async #post(training: Training, formMessageId: string | undefined): Promise<Training> {
    const { cards, channel, trainings } = this.parts;
    const card = cards.render(training, 0, 'es');
    const message = { card, summary: textIn('es').trainings.posted(training.title) };
    const messageId = formMessageId ?? (await channel.post(training, message));
    const posted = await trainings.change(training.id, (before) => ({ ...before, messageId }));
    if (formMessageId !== undefined) await channel.update(training, formMessageId, message);
    return posted;
  }
}
