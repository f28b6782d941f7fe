/** Keeps the card in the channel at the count so far, without writing into the channel for each registration. */
import type { Background } from '../background.js';
import type { Clock } from '../clock.js';
import { type Channel, DeliveryError } from '../delivery/channel.js';
import type { RateLimiter } from '../delivery/rates.js';
import type { Logger } from '../log.js';
import type { AttendanceStore } from './attendance-store.js';
import type { TrainingStore } from './store.js';
import type { TrainingCards } from './training-cards.js';

/** Teams takes 1,800 messages an hour into one conversation; an edit every 5 s is 720. */
const EVERY_MS = 5_000;

export interface ChannelCardParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  cards: TrainingCards;
  channel: Channel;
  rates: RateLimiter;
  background: Background;
  clock: Clock;
  log: Logger;
}

export class ChannelCard {
  readonly #updatedAt = new Map<string, number>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly parts: ChannelCardParts) {}

  /** Shows what has changed, soon. */
  touch(trainingId: string): void {
    if (this.#waiting.has(trainingId)) return;
    const since = this.parts.clock().getTime() - (this.#updatedAt.get(trainingId) ?? 0);
    const delay = Math.min(EVERY_MS, Math.max(0, EVERY_MS - since));
    this.#waiting.set(
      trainingId,
      setTimeout(() => this.#start(trainingId), delay),
    );
  }

  /** Does now what was to be done soon. */
  flush(): void {
    for (const [trainingId, timer] of [...this.#waiting]) {
      clearTimeout(timer);
      this.#start(trainingId);
    }
  }

  /** Puts the card as it is now in the place of the one in the channel. */
  async update(trainingId: string): Promise<void> {
    const { trainings, attendance, cards, channel, rates } = this.parts;
    const training = await trainings.find(trainingId);
    if (!training || training.messageId === '') return;
    const count = await attendance.count(trainingId);
    const card = await cards.channel(training, count, 'es');
    const wait = rates.reserve(training.conversationId);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await channel.update(training, training.messageId, { card });
  }

  #start(trainingId: string): void {
    this.#waiting.delete(trainingId);
    this.#updatedAt.set(trainingId, this.parts.clock().getTime());
    this.parts.background.run('training card', async () => {
      try {
        await this.update(trainingId);
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        this.parts.log.warn({ training: trainingId, err: error }, 'card of training not updated');
      }
    });
  }
}
