import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.js';

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

/**
 * What has to be in storage before the bot can work. The roles that let its identity in may take minutes to arrive
 * after a deployment, so that each is tried again until it is there.
 */
export class Preparation {
  readonly #missing: Map<string, () => Promise<void>>;
  readonly #stopping = new AbortController();

  /** @param steps what makes each part ready, by the name under which it is told missing; may run several times. */
  constructor(
    steps: Record<string, () => Promise<void>>,
    private readonly log: Logger,
  ) {
    this.#missing = new Map(Object.entries(steps));
  }

  /** The parts that are not ready yet. */
  get missing(): string[] {
    return [...this.#missing.keys()];
  }

  /** Tries no more. An attempt under way is not waited for: what it leaves half done, the next start does. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Resolves once nothing is missing, to true, or once it is stopped, to false. Never rejects. */
  async run(): Promise<boolean> {
    const { signal } = this.#stopping;
    for (let waitMs = FIRST_RETRY_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, MAX_RETRY_MS)) {
      await Promise.all([...this.#missing].map(([name, prepare]) => this.#attempt(name, prepare)));
      if (this.#missing.size === 0) return !signal.aborted;
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  async #attempt(name: string, prepare: () => Promise<void>): Promise<void> {
    try {
      await prepare();
      this.#missing.delete(name);
    } catch (error) {
      this.log.error({ storage: name, err: error }, 'storage is not ready');
    }
  }
}
