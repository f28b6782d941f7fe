import type { Logger } from './log.js';

/** Work that goes on after the answer is given; `drain` waits for it before the process ends. */
export class Background {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: Logger) {}

  /** Runs a task; its failure is logged, since nobody waits for it. */
  run(name: string, task: () => Promise<void>): void {
    const running = (async () => task())()
      .catch((error: unknown) => this.log.error({ task: name, err: error }, 'background task failed'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Runs a task now and then again and again, until the process ends. */
  every(ms: number, name: string, task: () => Promise<void>): void {
    this.run(name, task);
    this.#timers.push(setInterval(() => this.run(name, task), ms).unref());
  }

  /** Begins nothing more that comes again, and waits for what is under way. */
  async drain(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
