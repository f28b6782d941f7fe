import { AppError } from '../errors.js';

/** A task that waits for its turn. */
export interface Waiting {
  /** Who asked for it. */
  by: string;
  /** Before all that is not. */
  isFirst: boolean;
}

/**
 * Picks the next task: the kind that goes first, then the person whose last turn is longest ago, then that person's
 * oldest task. Everyone waits for at most one task of each other person.
 * @param waiting in the order in which they came.
 * @param turns the people who have had a turn, in its order.
 */
export function nextOf<T extends Waiting>(waiting: readonly T[], turns: readonly string[]): T | undefined {
  const rank = ({ by, isFirst }: T) => (isFirst ? 0 : turns.length + 1) + turns.lastIndexOf(by) + 1;
  return waiting.reduce<T | undefined>(
    (best, each) => (best === undefined || rank(each) < rank(best) ? each : best),
    undefined,
  );
}

/** More than the files of two cases. */
const MOST_OF_ONE = 10;

interface Entry extends Waiting {
  go: () => void;
}

/** Runs one task at a time, in the order of `nextOf`. */
export class FairQueue {
  #isBusy = false;
  readonly #waiting: Entry[] = [];
  /** Of those who have had a turn since nobody waited; each once. */
  #turns: string[] = [];

  /**
   * @param patienceMs how long it may wait to begin.
   * @throws AppError `busy` when it would wait longer, and when as many as one person may have wait already.
   */
  async run<T>(asked: Waiting & { patienceMs: number }, task: () => Promise<T>): Promise<T> {
    await this.#turn(asked);
    this.#turns = [...this.#turns.filter((by) => by !== asked.by), asked.by];
    try {
      return await task();
    } finally {
      this.#leave();
    }
  }

  #turn({ by, isFirst, patienceMs }: Waiting & { patienceMs: number }): Promise<void> | undefined {
    if (!this.#isBusy) {
      this.#isBusy = true;
      return undefined;
    }
    if (this.#waiting.filter((each) => each.by === by).length >= MOST_OF_ONE) throw new AppError('busy');
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        reject(new AppError('busy'));
      };
      const timer = setTimeout(giveUp, patienceMs);
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const entry = { by, isFirst, go };
      this.#waiting.push(entry);
    });
  }

  /** Who comes next takes over the place. */
  #leave(): void {
    const next = nextOf(this.#waiting, this.#turns);
    if (!next) {
      this.#isBusy = false;
      this.#turns = [];
      return;
    }
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    next.go();
  }
}
