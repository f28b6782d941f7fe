import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.js';

const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

/**
 * Prepares storage before the bot can work. After a deployment, the roles of its identity may take minutes to
 * arrive, so each part is retried until it is ready.
 */
export class Preparation {
  readonly #missing: Map<string, () => Promise<void>>;
  readonly #stopping = new AbortController();

  /** @param steps prepares each part, by the name that `missing` reports; has to be idempotent. */
  constructor(
    steps: Record<string, () => Promise<void>>,
    private readonly log: Logger,
  ) {
    this.#missing = new Map(Object.entries(steps));
  }

  get missing(): string[] {
    return [...this.#missing.keys()];
  }

  /** Stops retrying. Does not wait for an attempt in progress: the next start completes it. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Resolves to true once nothing is missing, or to false once it is stopped. Never rejects. */
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
