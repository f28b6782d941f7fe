/** So many trainings have their seats remembered at a time; the longest unused is read again. */
const MAX_TRAININGS = 200;

/**
 * The seats that this process knows to be taken, so that people who register at once do not try for the same one. It is
 * a hint only: the store decides whether a seat is free.
 */
export class Seats {
  readonly #known = new Map<string, Promise<Set<number>>>();
  /** Instances begin at different seats. */
  readonly #start = Math.random();

  /** @param read the seats that are taken, as the store has them. */
  constructor(private readonly read: (trainingId: string) => Promise<Set<number>>) {}

  /** A seat that seems to be free, held for the caller; undefined where there is none. */
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

  /** Gives back a seat that was held and not taken. */
  async release(trainingId: string, seat: number): Promise<void> {
    (await this.#known.get(trainingId))?.delete(seat);
  }

  /** Asks the store the next time, since other instances take and free seats too. */
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
