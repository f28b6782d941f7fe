import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../log.js';
import { isCleanable } from './clean.js';

/** Less than a person waits for an answer in Teams. */
const WITHIN_MS = 4_000;
/** A picture that is drawn anew may grow. */
const MOST_BYTES = 40 * 1024 * 1024;
const HOST = fileURLToPath(new URL(`./cleaning-process${extname(import.meta.url)}`, import.meta.url));

/** Cleans files in processes of their own, one at a time, so that memory and time are bounded. */
export class Cleaner {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: Logger,
    private readonly withinMs = WITHIN_MS,
  ) {}

  /** A copy without hidden data about people; undefined if that cannot be made. Never rejects. */
  clean(type: string, content: Buffer): Promise<Buffer | undefined> {
    if (!isCleanable(type)) return Promise.resolve(undefined);
    const cleaned = this.#last.then(() => this.#run(type, content));
    this.#last = cleaned;
    return cleaned;
  }

  async #run(type: string, content: Buffer): Promise<Buffer | undefined> {
    const child = spawn(process.execPath, [...process.execArgv, HOST, type], {
      // No secrets. Windows starts nothing without its own folder.
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: this.withinMs,
      killSignal: 'SIGKILL',
    });
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else pieces.push(piece);
    });
    // A process that gives up closes its end before it has read all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(content);
    const [code, signal] = await once(child, 'close').catch((error: unknown) => [error]);
    if (code === 0) return Buffer.concat(pieces);
    this.log.warn({ type, code, signal }, 'a file cannot be cleaned');
    return undefined;
  }
}
