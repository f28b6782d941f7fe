/** Trainings whose seats are remembered at a time; the longest unused is read anew. */
const MAX_TRAININGS = 200;

/**
 * Which seats this process knows to be taken, so that those who come at once do not try for the same one. Only
 * a hint: whether a seat is free is for the store to say.
 */
export class Seats {
  readonly #known = new Map<string, Promise<Set<number>>>();
  /** Instances begin at different seats. */
  readonly #start = Math.random();

  /** @param read the seats that are taken, as the store has them. */
  constructor(private readonly read: (trainingId: string) => Promise<Set<number>>) {}

  /** A seat that nobody has as far as is known, held for the caller; undefined for none. */
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

  /** Asks the store again, since others take and free seats too. */
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
