/** Says on standard error how far each model is: a line a model, which a terminal renews. */
import type { WriteStream } from 'node:tty';

export class Progress {
  readonly #lines = new Map<string, string>();
  /** When each began, and when its first epoch did, in milliseconds. */
  readonly #began = new Map<string, { all: number; epochs?: number }>();

  constructor(
    private readonly out: Pick<WriteStream, 'write' | 'isTTY'>,
    private readonly now: () => number,
  ) {}

  begin(name: string): void {
    this.#began.set(name, { all: this.now() });
    this.#say(name, 'reads its examples');
  }

  epoch(name: string, done: number, of: number): void {
    const began = this.#began.get(name) ?? { all: this.now() };
    const { epochs = this.now() } = began;
    this.#began.set(name, { ...began, epochs });
    const left = ((this.now() - epochs) / done) * (of - done);
    this.#say(name, `epoch ${done} of ${of}${done > 0 ? `, ${seconds(left)} left` : ''}`);
  }

  end(name: string): void {
    this.#say(name, `made in ${seconds(this.now() - (this.#began.get(name)?.all ?? 0))}`, true);
  }

  #say(name: string, what: string, isLast = false): void {
    const line = `${name.padEnd(22)}${what}`;
    const before = this.#lines.size;
    this.#lines.set(name, line);
    if (this.out.isTTY) {
      const up = before > 0 ? `\x1b[${before}A` : '';
      this.out.write(up + [...this.#lines.values()].map((one) => `\x1b[2K${one}\n`).join(''));
    } else if (isLast) this.out.write(`${line}\n`);
  }
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
