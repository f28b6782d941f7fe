import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Keepsake } from './keepsake.js';
import type { Painted, Painting } from './painting-process.js';

const HOST = fileURLToPath(new URL(`./painting-process${extname(import.meta.url)}`, import.meta.url));
/** Longer than the first picture takes, with its fonts, on a busy machine. */
const WITHIN_MS = 15_000;
/** The process takes about 140 MB while it lives. */
const IDLE_MS = 60_000;
/** More than people look at in a few seconds; the rest is refused, and the client retries. */
const MOST_WAITING = 200;

/**
 * Draws pictures one at a time in a process of its own, which lives while there is something to draw: loading
 * takes a second and each picture a tenth of one, which would hold up every answer, and a text that breaks
 * the library ends no more than that process.
 */
export class Painter {
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #idle?: NodeJS.Timeout;

  /**
   * @param width in pixels; see `drawKeepsake`.
   * @throws Error when it cannot be drawn, or too many wait.
   */
  async draw(view: Keepsake, width?: number): Promise<Buffer> {
    if (this.#waiting >= MOST_WAITING) throw new Error('too many pictures wait');
    this.#waiting += 1;
    const drawn = this.#last.then(() => this.#run({ view, width }));
    this.#last = drawn.catch(() => undefined);
    return drawn.finally(() => {
      this.#waiting -= 1;
    });
  }

  /** Ends the process, which would otherwise end with this one. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#process?.kill();
    this.#process = undefined;
  }

  async #run(painting: Painting): Promise<Buffer> {
    clearTimeout(this.#idle);
    const painter = this.#process ?? this.#start();
    this.#process = painter;
    painter.ref();
    painter.channel?.ref();
    const over = new AbortController();
    const onExit = () => over.abort(new Error('the process ended'));
    painter.once('exit', onExit);
    try {
      const signal = AbortSignal.any([over.signal, AbortSignal.timeout(WITHIN_MS)]);
      const answered = once(painter, 'message', { signal });
      painter.send(painting);
      const [painted]: Painted[] = await answered;
      if (painted && 'picture' in painted) return Buffer.from(painted.picture);
      throw new Error(painted?.failure);
    } catch (error) {
      this.stop();
      throw error;
    } finally {
      painter.off('exit', onExit);
      painter.unref();
      painter.channel?.unref();
      this.#idle = setTimeout(() => this.stop(), IDLE_MS).unref();
    }
  }

  #start(): ChildProcess {
    const painter = fork(HOST, {
      serialization: 'advanced',
      // No secrets. Windows starts nothing without its own folder.
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    painter.once('exit', () => {
      if (this.#process === painter) this.#process = undefined;
    });
    return painter;
  }
}
