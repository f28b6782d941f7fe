/** Maximum age of a displayed count. */
const FRESH_MS = 2_000;
/** Maximum age of a count on the card of somebody who has just registered. */
const LATELY_MS = 30_000;

interface Counted {
  count: number;
  /** `performance.now()` */
  at: number;
}

/** Cached counts of attendees, read at most every 2 s. Registrations in this process count at once. */
export class Counts {
  readonly #known = new Map<string, Counted>();
  readonly #counting = new Map<string, Promise<number>>();

  constructor(private readonly count: (trainingId: string) => Promise<number>) {}

  async of(trainingId: string): Promise<number> {
    const known = this.#known.get(trainingId);
    if (known && performance.now() - known.at < FRESH_MS) return known.count;
    const counting = this.#counting.get(trainingId) ?? this.#count(trainingId);
    this.#counting.set(trainingId, counting);
    return counting;
  }

  /** The count as it is known, so that nobody waits for it; it is counted anew behind. */
  async lately(trainingId: string): Promise<number> {
    const counted = this.of(trainingId);
    const known = this.#known.get(trainingId);
    if (!known || performance.now() - known.at > LATELY_MS) return counted;
    counted.catch(() => undefined);
    return known.count;
  }

  add(trainingId: string): void {
    const known = this.#known.get(trainingId);
    if (known) known.count += 1;
  }

  async #count(trainingId: string): Promise<number> {
    try {
      const at = performance.now();
      const count = await this.count(trainingId);
      for (const [id, known] of this.#known) if (at - known.at > LATELY_MS) this.#known.delete(id);
      this.#known.set(trainingId, { count, at });
      return count;
    } finally {
      this.#counting.delete(trainingId);
    }
  }
}
