/** Keeps the card in the channel up to date, with at most one edit every 5 s. */
import type { Background } from '../../../platform/background.js';
import type { Clock } from '../../../platform/clock.js';
import { type Channel, DeliveryError } from '../../../platform/delivery/channel.js';
import type { RateLimiter } from '../../../platform/delivery/rates.js';
import type { Logger } from '../../../platform/log.js';
import type { TrainingCards } from '../cards/training-card.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

/** Teams allows 1,800 messages an hour in one conversation; an edit every 5 s makes 720. */
const EVERY_MS = 5_000;
/** Exponential back-off of a failed update: ten retries, the first after 2 s, half an hour in all. */
const FIRST_REPEAT_MS = 2_000;
const MOST_REPEATS = 10;
/** Longer waits for the limits of Teams are failed updates. */
const PATIENCE_MS = 60_000;

interface ChannelCardParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  cards: TrainingCards;
  channel: Channel;
  rates: RateLimiter;
  background: Background;
  clock: Clock;
  log: Logger;
}

/** A scheduled update, and how often it has failed. */
interface Waiting {
  timer: NodeJS.Timeout;
  failed: number;
}

export class ChannelCard {
  readonly #updatedAt = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting>();
  /** The running update of each training; the next one waits for it, so that updates stay in order. */
  readonly #running = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(private readonly parts: ChannelCardParts) {}

  /** Schedules an update. */
  touch(trainingId: string): void {
    if (this.#waiting.has(trainingId)) return;
    const since = this.parts.clock().getTime() - (this.#updatedAt.get(trainingId) ?? 0);
    this.#wait(trainingId, Math.min(EVERY_MS, Math.max(0, EVERY_MS - since)), 0);
  }

  /** Updates the card at once; while a failed update waits for its retry, that retry does it instead. */
  showNow(trainingId: string): void {
    const waiting = this.#waiting.get(trainingId);
    if (!waiting || waiting.failed === 0) this.#start(trainingId, 0);
  }

  /** Starts all scheduled updates at once; from then on nothing is retried. */
  stop(): void {
    this.#isStopped = true;
    for (const [trainingId, { failed }] of [...this.#waiting]) this.#start(trainingId, failed);
  }

  #wait(trainingId: string, ms: number, failed: number): void {
    const timer = setTimeout(() => this.#start(trainingId, failed), ms);
    this.#waiting.set(trainingId, { timer, failed });
  }

  #start(trainingId: string, failed: number): void {
    clearTimeout(this.#waiting.get(trainingId)?.timer);
    this.#waiting.delete(trainingId);
    this.#updatedAt.set(trainingId, this.parts.clock().getTime());
    const before = this.#running.get(trainingId) ?? Promise.resolve();
    const running = before.then(() => this.#try(trainingId, failed));
    this.#running.set(trainingId, running);
    this.parts.background.run('training card', async () => {
      await running;
      if (this.#running.get(trainingId) === running) this.#running.delete(trainingId);
    });
  }

  /** Never throws: a failure is logged and retried. */
  async #try(trainingId: string, failed: number): Promise<void> {
    try {
      await this.#update(trainingId);
    } catch (error) {
      const level = error instanceof DeliveryError ? 'warn' : 'error';
      this.parts.log[level]({ training: trainingId, err: error }, 'card of training not updated');
      this.#tryAgain(trainingId, failed + 1, error);
    }
  }

  /** Retries, unless the channel is gone or another update is scheduled. */
  #tryAgain(trainingId: string, failed: number, error: unknown): void {
    const delivery = error instanceof DeliveryError ? error : undefined;
    if (delivery?.failure === 'unreachable' || failed > MOST_REPEATS) return;
    if (this.#isStopped || this.#waiting.has(trainingId)) return;
    const backOff = FIRST_REPEAT_MS * 2 ** (failed - 1);
    this.#wait(trainingId, Math.max(backOff, delivery?.retryAfterMs ?? 0), failed);
  }

  /** Renders the card once it may be sent, so that it shows the current state. */
  async #update(trainingId: string): Promise<void> {
    const { trainings, attendance, cards, channel, rates } = this.parts;
    const posted = await trainings.find(trainingId);
    if (!posted || posted.messageId === '') return;
    const held = await rates.hold(posted.conversationId, 'other', PATIENCE_MS);
    if (typeof held === 'number') throw new DeliveryError('throttled', held);
    try {
      const training = await trainings.find(trainingId);
      if (!training) return;
      const count = await attendance.count(trainingId);
      const card = cards.render(training, count, 'es');
      await channel.update(training, training.messageId, { card });
    } finally {
      held();
    }
  }
}
