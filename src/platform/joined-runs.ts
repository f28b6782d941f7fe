/** Runs a task for a key one at a time: those who ask while it runs share one further run, which sees what they have seen. */
export class JoinedRuns {
  readonly #running = new Map<string, Promise<void>>();
  /** Not begun yet. */
  readonly #next = new Map<string, Promise<void>>();

  /** Resolves when a run is over that began after this call. @throws what that run throws. */
  run(key: string, task: () => Promise<void>): Promise<void> {
    const next = this.#next.get(key);
    if (next) return next;
    const running = this.#running.get(key);
    if (!running) return this.#start(key, task);
    const start = () => {
      this.#next.delete(key);
      return this.#start(key, task);
    };
    const waiting = running.then(start, start);
    this.#next.set(key, waiting);
    return waiting;
  }

  #start(key: string, task: () => Promise<void>): Promise<void> {
    const running = task().finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }
}
