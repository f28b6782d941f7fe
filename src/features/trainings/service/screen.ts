/** The live state of the wall, sent to whoever has it open. */
import type { Clock } from '../../../platform/clock.js';
import type { Logger } from '../../../platform/log.js';
import { qrDrawing } from '../cards/qr.js';
import { hashOf, isSame, rotatingCode, turnAt, turnLeft } from '../domain/codes.js';
import type { TrainingLinks } from '../domain/links.js';
import { type Admission, admissionAt, type Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import type { Counts } from './counts.js';

/** How often it is looked whether the code or the count has changed. */
const TICK_MS = 250;
/** How often the store is asked, so that entries that came in elsewhere show as well. */
const REFRESH_MS = 2_000;

/** What the page of the wall is sent; the same shape is read by `pages/browser/screen.ts`. */
export type WallEvent =
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
  /** The link is no longer good. */
  | { kind: 'gone' };

interface Watcher {
  trainingId: string;
  keyHash: string;
  send: (event: WallEvent) => void;
  sent: string;
}

interface Known {
  training?: Training;
  count: number;
  readAt: number;
  isReading: boolean;
}

export interface WallParts {
  trainings: TrainingStore;
  counts: Counts;
  links: TrainingLinks;
  clock: Clock;
  log: Logger;
}

export class Wall {
  readonly #watchers = new Set<Watcher>();
  readonly #known = new Map<string, Known>();
  readonly #drawn = new Map<string, Promise<{ turn: string; teamsQr: string; webQr: string }>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: WallParts) {}

  /** The training whose wall this key opens; undefined for any other key. */
  async admit(trainingId: string, key: string): Promise<Training | undefined> {
    const training = await this.parts.trainings.find(trainingId);
    return isSame(training?.screenKeyHash ?? '', hashOf(key)) ? training : undefined;
  }

  /** Sends the state of a wall now and whenever it changes; returns how to stop it. */
  watch(training: Training, send: (event: WallEvent) => void): () => void {
    const { id: trainingId, screenKeyHash: keyHash } = training;
    const watcher: Watcher = { trainingId, keyHash, send, sent: '' };
    this.#watchers.add(watcher);
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
      this.#known.clear();
      this.#drawn.clear();
    };
  }

  /** Somebody registered in this process: looks at the store with the next tick. */
  touch(trainingId: string): void {
    const known = this.#known.get(trainingId);
    if (known) known.readAt = 0;
  }

  #tick(): void {
    for (const id of new Set([...this.#watchers].map(({ trainingId }) => trainingId))) {
      this.#show(id).catch((error: unknown) =>
        this.parts.log.warn({ training: id, err: error }, 'wall not shown'),
      );
    }
  }

  async #show(id: string): Promise<void> {
    const known = await this.#read(id);
    if (!known?.training) return;
    const { training, count } = known;
    const now = this.parts.clock();
    const { teamsQr, webQr } = await this.#draw(training, now);
    const admission = admissionAt(training, now);
    const code = rotatingCode(training.secret, turnAt(now));
    const changes = JSON.stringify([admission, code, count]);
    for (const watcher of this.#watchers) {
      if (watcher.trainingId !== id) continue;
      const isCurrent = watcher.keyHash === training.screenKeyHash;
      const next = isCurrent ? changes : 'gone';
      if (watcher.sent === next) continue;
      watcher.sent = next;
      const { capacity } = training;
      watcher.send(
        isCurrent
          ? { kind: 'state', admission, code, left: turnLeft(now), teamsQr, webQr, count, capacity }
          : { kind: 'gone' },
      );
    }
  }

  /** What the store said last, asked again every 2 s; undefined while the first answer is under way. */
  async #read(id: string): Promise<Known | undefined> {
    const known = this.#known.get(id) ?? { count: 0, readAt: 0, isReading: false };
    this.#known.set(id, known);
    if (!known.isReading && Date.now() - known.readAt >= REFRESH_MS) {
      known.isReading = true;
      try {
        known.readAt = Date.now();
        known.training = await this.parts.trainings.find(id);
        known.count = await this.parts.counts.soon(id);
      } finally {
        known.isReading = false;
      }
    }
    return known;
  }

  /** Both QR codes of a turn, drawn once for all who watch. */
  async #draw(training: Training, now: Date): Promise<{ teamsQr: string; webQr: string }> {
    const turn = `${training.id}:${turnAt(now)}`;
    const drawn = await this.#drawn.get(training.id);
    if (drawn?.turn === turn) return drawn;
    const code = rotatingCode(training.secret, turnAt(now));
    const { links } = this.parts;
    const drawing = Promise.all([qrDrawing(links.chat(code)), qrDrawing(links.form(training.id, code))]).then(
      ([teamsQr, webQr]) => ({ turn, teamsQr, webQr }),
    );
    this.#drawn.set(training.id, drawing);
    return drawing;
  }
}
