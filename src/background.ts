import type { Logger } from './log.js';

/** Work that goes on after the answer is given; `drain` waits for it before the process ends. */
export class Background {
  readonly #running = new Set<Promise<void>>();

  constructor(private readonly log: Logger) {}

  /** Runs a task; its failure is logged, since nobody waits for it. */
  run(name: string, task: () => Promise<void>): void {
    const running = (async () => task())()
      .catch((error: unknown) => this.log.error({ task: name, err: error }, 'background task failed'))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async drain(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
