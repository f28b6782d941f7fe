import type { Clock } from '../../clock.js';

interface Entry<T> {
  value: Promise<T>;
  until: number;
}

/** Remembers so many answers for so long; who asks for what is being fetched waits for the same answer. */
export class BoundedCache<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: { entries: number; ms: number },
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  /** What is remembered, or else what `fetch` brings; a failure is not remembered. */
  async get(key: string, fetch: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    if (known && known.until > this.clock().getTime()) return known.value;
    const value = fetch();
    this.#put(key, value);
    try {
      return await value;
    } catch (error) {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
      throw error;
    }
  }

  set(key: string, value: T): void {
    this.#put(key, Promise.resolve(value));
  }

  #put(key: string, value: Promise<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.clock().getTime() + this.limits.ms });
    if (this.#entries.size <= this.limits.entries) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
