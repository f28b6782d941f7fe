import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from '../log.js';
import type { Asked, Read } from './serving.js';

/** A file of this size is read in some hundredths of a second. */
const AT_ONCE_BYTES = 256 * 1024;
/** Less than a person waits for an answer in Teams. */
const WITHIN_MS = 4_000;
/** Of a file of 8 MB, with all that is made of it. */
const MOST_MEGABYTES = 256;

interface Reading<Args extends unknown[], Result> {
  /** Pure. What it returns can be cloned. */
  read: (content: Uint8Array, ...args: Args) => Result;
  /** The module that gives the same function to `serve`. */
  host: URL;
  /** For a file that cannot be read in time, or breaks its reader. */
  unreadable: Result;
}

/**
 * Reads files that people send. A large one is read in a process of its own, one at a time, so that others do not
 * wait, and time and memory are bounded.
 */
export class FileReader<Args extends unknown[], Result> {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reading: Reading<Args, Result>,
    private readonly log: Logger,
    private readonly withinMs = WITHIN_MS,
  ) {}

  /** Never rejects because of the file's content. */
  async read(content: Uint8Array, ...args: Args): Promise<Result> {
    if (content.length <= AT_ONCE_BYTES) return this.reading.read(content, ...args);
    const result = this.#last.then(() => this.#apart(content, args));
    this.#last = result;
    return result;
  }

  async #apart(content: Uint8Array, args: Args): Promise<Result> {
    const reader = fork(this.reading.host, {
      serialization: 'advanced',
      execArgv: [...process.execArgv, `--max-old-space-size=${MOST_MEGABYTES}`],
      // No secrets. Windows starts nothing without its own folder.
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const over = new AbortController();
    reader.once('exit', () => over.abort());
    // It does not start, or ends before it has got the whole file.
    reader.on('error', () => over.abort());
    try {
      const signal = AbortSignal.any([over.signal, AbortSignal.timeout(this.withinMs)]);
      const answered = once(reader, 'message', { signal });
      reader.send({ content, args } satisfies Asked<Args>);
      const [{ result }] = (await answered) as [Read<Result>];
      return result;
    } catch (error) {
      const { exitCode: code, signalCode } = reader;
      this.log.warn({ bytes: content.length, code, signal: signalCode, err: error }, 'a file cannot be read');
      return this.reading.unreadable;
    } finally {
      reader.kill('SIGKILL');
    }
  }
}
