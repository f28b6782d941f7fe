import type { Clock } from './clock.js';

interface Entry<T> {
  value: Promise<T>;
  /** When it was fetched. */
  at: number;
}

/** Caches a limited number of answers for a limited time; concurrent requests for a key share one fetch. */
export class BoundedCache<T> {
  readonly #entries = new Map<string, Entry<T>>();

  /**
   * @param limits `ms`: how long an answer is fresh; `oldMs`: how long it is used while fetching fails (by
   * default, only while it is fresh).
   */
  constructor(
    private readonly clock: Clock,
    private readonly limits: { entries: number; ms: number; oldMs?: number },
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  /** Returns the cached answer, or fetches it; a failure is not cached. */
  get(key: string, fetch: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    const now = this.clock().getTime();
    if (known && now < known.at + this.limits.ms) return known.value;
    const old = known && now < known.at + (this.limits.oldMs ?? 0) ? known : undefined;
    const entry: Entry<T> = {
      value: fetch().catch((error: unknown) => this.#fallBack(key, entry, old, error)),
      at: now,
    };
    this.#put(key, entry);
    return entry.value;
  }

  /** The cached answer; undefined if there is none that is fresh. */
  known(key: string): Promise<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && this.clock().getTime() < entry.at + this.limits.ms ? entry.value : undefined;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  set(key: string, value: T): void {
    this.#put(key, { value: Promise.resolve(value), at: this.clock().getTime() });
  }

  #fallBack(key: string, failed: Entry<T>, old: Entry<T> | undefined, error: unknown): Promise<T> {
    const present = this.#entries.get(key);
    // Another call set it meanwhile, for instance a superior on a colleague's line.
    if (present && present !== failed) return present.value;
    this.#entries.delete(key);
    if (!old) throw error;
    this.#put(key, old);
    return old.value;
  }

  #put(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size <= this.limits.entries) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
