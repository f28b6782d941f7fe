import type { Clock } from '../clock.js';
import type { Directory } from './person.js';

const LIFETIME_MS = 10 * 60_000;
const MOST = 5_000;

/** Names for display, cached for ten minutes so that a card costs no read. Never use them to decide. */
export class Names {
  readonly #known = new Map<string, { name: Promise<string>; until: number }>();

  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Returns the name, or a dash when the directory does not know the id. */
  async of(id: string): Promise<string> {
    const now = this.clock().getTime();
    const known = this.#known.get(id);
    if (known && known.until > now) return known.name;
    const name = this.directory.find(id).then((person) => person?.name ?? '—');
    name.catch(() => this.#known.delete(id));
    this.#known.delete(id);
    this.#known.set(id, { name, until: now + LIFETIME_MS });
    if (this.#known.size > MOST) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    return name;
  }
}
