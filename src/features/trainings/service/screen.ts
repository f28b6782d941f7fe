/** Sends the live state of the projected screen to every browser that has it open. */
import type { Clock } from '../../../platform/clock.js';
import type { Logger } from '../../../platform/log.js';
import type { TrainingLinks } from '../cards/links.js';
import { rotatingCode, turnAt, turnLeft } from '../domain/codes.js';
import { opensScreen } from '../domain/screen-key.js';
import { type Admission, admissionAt, type Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import type { Counts } from './counts.js';
import { ScreenDrawings } from './screen-drawings.js';

/** How often the code and the count are compared with the last event sent. */
const TICK_MS = 250;
/** How often the store is read, to show registrations in other instances too. */
const REFRESH_MS = 2_000;

/** Events for the page of the screen; `pages/browser/screen.ts` declares the same shape. */
export type ScreenEvent =
  | {
      kind: 'state';
      admission: Admission;
      code: string;
      /** Milliseconds until the code changes. */
      left: number;
      teamsQr: string;
      webQr: string;
      count: number;
      capacity: number;
    }
  /** The link has been replaced by a new one. */
  | { kind: 'gone' };

interface Watcher {
  trainingId: string;
  key: string;
  send: (event: ScreenEvent) => void;
  /** A digest of the last event, so that it is not sent twice. */
  sent: string;
}

interface Known {
  training?: Training | undefined;
  count: number;
  readAt: number;
  isReading: boolean;
}

interface ScreenParts {
  trainings: TrainingStore;
  counts: Counts;
  links: TrainingLinks;
  clock: Clock;
  log: Logger;
}

export class Screen {
  readonly #watchers = new Set<Watcher>();
  readonly #known = new Map<string, Known>();
  readonly #drawings: ScreenDrawings;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ScreenParts) {
    this.#drawings = new ScreenDrawings(parts.links);
  }

  /** The training, if the key opens its screen; undefined for a wrong key. */
  async admit(trainingId: string, key: string): Promise<Training | undefined> {
    const training = await this.parts.trainings.find(trainingId);
    return training && opensScreen(training, key) ? training : undefined;
  }

  /** Sends the state of a screen now and on every change; returns a function that stops it. */
  watch(trainingId: string, key: string, send: (event: ScreenEvent) => void): () => void {
    const watcher: Watcher = { trainingId, key, send, sent: '' };
    this.#watchers.add(watcher);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#rest();
    };
  }

  /** Makes the next tick read the store, after a registration in this process. */
  touch(trainingId: string): void {
    const known = this.#known.get(trainingId);
    if (known) known.readAt = 0;
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#known.clear();
    this.#drawings.clear();
  }

  #tick(): void {
    for (const id of new Set([...this.#watchers].map(({ trainingId }) => trainingId))) {
      this.#show(id).catch((error: unknown) =>
        this.parts.log.warn({ training: id, err: error }, 'screen not shown'),
      );
    }
  }

  async #show(id: string): Promise<void> {
    const { training, count } = await this.#read(id);
    if (!training) return;
    const now = this.parts.clock();
    const { teamsQr, webQr } = await this.#drawings.of(training, now);
    const admission = admissionAt(training, now);
    const code = rotatingCode(training.secret, turnAt(now));
    const left = turnLeft(now);
    const { capacity } = training;
    const state = { kind: 'state', admission, code, left, teamsQr, webQr, count, capacity } as const;
    const changes = JSON.stringify([admission, code, count]);
    for (const watcher of this.#watchers) {
      if (watcher.trainingId !== id) continue;
      const isCurrent = opensScreen(training, watcher.key);
      const next = isCurrent ? changes : 'gone';
      if (watcher.sent === next) continue;
      watcher.sent = next;
      watcher.send(isCurrent ? state : { kind: 'gone' });
    }
  }

  /** The last state read, refreshed every 2 s; without a training until the first read has ended. */
  async #read(id: string): Promise<Known> {
    const known = this.#known.get(id) ?? { count: 0, readAt: 0, isReading: false };
    this.#known.set(id, known);
    if (!known.isReading && Date.now() - known.readAt >= REFRESH_MS) {
      known.isReading = true;
      try {
        known.readAt = Date.now();
        known.training = await this.parts.trainings.find(id);
        known.count = await this.parts.counts.of(id);
      } finally {
        known.isReading = false;
      }
    }
    return known;
  }
}
