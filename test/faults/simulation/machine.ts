/** A simulated process: its code may be stopped and go on later, or end at once. */
import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<Machine>();

/** The process whose code runs now; undefined for the code of the harness. */
export const currentMachine = (): Machine | undefined => running.getStore();

export class Machine {
  #state: 'runs' | 'paused' | 'dead' = 'runs';
  /** What has come up while it was paused. */
  #waiting: (() => void)[] = [];

  constructor(readonly instance: number) {}

  /** Runs code as this process. */
  run<T>(code: () => T): T {
    return running.run(this, code);
  }

  kill(): void {
    this.#state = 'dead';
    this.#waiting = [];
  }

  get isDead(): boolean {
    return this.#state === 'dead';
  }

  pause(): void {
    if (this.#state === 'runs') this.#state = 'paused';
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'runs';
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Runs code as soon as the process runs; never when it is dead. */
  whenRunning(code: () => void): void {
    if (this.#state === 'runs') code();
    else if (this.#state === 'paused') this.#waiting.push(code);
  }

  /** Passes while the process runs; what waits here when it dies waits for good. */
  gate(): Promise<void> {
    return new Promise((resolve) => this.whenRunning(resolve));
  }
}
