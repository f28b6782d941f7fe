/** The actions of a trainer on a training. */
import type { Logger } from '../../../platform/log.js';
import type { Person } from '../../../platform/people/person.js';
import { mayManage } from '../domain/permissions.js';
import { newScreen } from '../domain/screen-key.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import type { ChannelCard } from './channel-card.js';
import { newScreenSeed } from './secrets.js';

export class Managing {
  constructor(
    private readonly parts: {
      trainings: TrainingStore;
      channelCard: Pick<ChannelCard, 'showNow'>;
      log: Logger;
    },
  ) {}

  /** The training, if the person may manage it; otherwise logs a warning and returns undefined. */
  async find(id: string, person: Person): Promise<Training | undefined> {
    const training = await this.parts.trainings.find(id);
    if (training && mayManage(training, person)) return training;
    this.parts.log.warn({ training: id, actor: person.id }, 'training not theirs');
    return undefined;
  }

  /** Closes the registration. Idempotent. */
  async close(training: Training, now: Date): Promise<Training> {
    const closedAt = now.toISOString();
    const closed =
      training.state === 'closed'
        ? training
        : await this.parts.trainings.change(training.id, (before) => ({
            ...before,
            state: 'closed',
            closedAt,
          }));
    // Also when already closed: the process that closed it may have died before it updated the card.
    this.parts.channelCard.showNow(training.id);
    return closed;
  }

  /** Opens a closed registration again; call it only where `canReopen`. Idempotent. */
  async reopen(training: Training): Promise<Training> {
    const opened = await this.parts.trainings.change(training.id, (before) => ({
      ...before,
      state: 'open',
      closedAt: '',
    }));
    this.parts.channelCard.showNow(training.id);
    return opened;
  }

  /** Toggles whether registration requires the code on the screen. */
  async switchCode(training: Training): Promise<Training> {
    const requiresCode = !training.requiresCode;
    const changed = await this.parts.trainings.change(training.id, (before) => ({ ...before, requiresCode }));
    this.parts.channelCard.showNow(training.id);
    return changed;
  }

  /** Gives the screen a new link; the old one stops working. */
  async renewScreen(training: Training): Promise<Training> {
    const screenSeed = newScreenSeed();
    return this.parts.trainings.change(training.id, (before) => ({
      ...before,
      ...newScreen(before.secret, screenSeed),
    }));
  }
}
