import type { Logger } from './log.js';

/** Work that continues after the answer; `drain` waits for it before the process ends. */
export class Background {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: Logger) {}

  /** Runs a task and logs its failure, because no caller awaits it. */
  run(name: string, task: () => Promise<void>): void {
    const running = (async () => task())()
      .catch((error: unknown) => this.log.error({ task: name, err: error }, 'background task failed'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Runs a task now and then at an interval until the process ends. */
  every(ms: number, name: string, task: () => Promise<void>): void {
    this.run(name, task);
    this.#timers.push(setInterval(() => this.run(name, task), ms).unref());
  }

  /** Stops the recurring tasks and waits for the running ones. */
  async drain(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
