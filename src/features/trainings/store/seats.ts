/** Size of the cache; the least recently used training is dropped. */
const MAX_TRAININGS = 200;

/**
 * Caches the seats that are taken, so that people who register at once do not try for the same one. It is a
 * hint only: the store decides whether a seat is free.
 */
export class Seats {
  readonly #known = new Map<string, Promise<Set<number>>>();
  /** Each instance begins at a random seat, so that instances rarely try for the same one. */
  readonly #start = Math.random();

  /** @param read reads the taken seats from the store. */
  constructor(private readonly read: (trainingId: string) => Promise<Set<number>>) {}

  /** Holds a seat that seems free for the caller; undefined if all are taken. */
  async hold(trainingId: string, capacity: number): Promise<number | undefined> {
    const taken = await this.#taken(trainingId);
    const first = Math.floor(this.#start * capacity);
    for (let step = 0; step < capacity; step++) {
      const seat = (first + step) % capacity;
      if (taken.has(seat)) continue;
      taken.add(seat);
      return seat;
    }
    return undefined;
  }

  /** Releases a seat that was held but not taken. */
  async release(trainingId: string, seat: number): Promise<void> {
    (await this.#known.get(trainingId))?.delete(seat);
  }

  /** Reads the store the next time, because other instances take and free seats too. */
  forget(trainingId: string): void {
    this.#known.delete(trainingId);
  }

  #taken(trainingId: string): Promise<Set<number>> {
    const known = this.#known.get(trainingId) ?? this.read(trainingId);
    this.#known.delete(trainingId);
    this.#known.set(trainingId, known);
    known.catch(() => this.#known.delete(trainingId));
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_TRAININGS && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }
}
