/** Lets so many tasks run at a time; the others wait in the order in which they came. */
export class Turnstile {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.atOnce) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      // Who comes next takes over the place.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
