import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../log.js';
import type { Making } from './clean.js';
import { FairQueue } from './fair-queue.js';

/** A picture that is drawn again may grow, and so may the pages of a PDF. */
const MOST_BYTES = 40 * 1024 * 1024;
const HOST = fileURLToPath(new URL(`./cleaning-process${extname(import.meta.url)}`, import.meta.url));

/** For how long a file may be worked on. */
const WITHIN_MS = { pictures: 6_000, documents: 30_000 };
/** Senders see that files are being checked; readers wait for a page. */
const PATIENCE_MS = { sent: 120_000, opened: 10_000 };

export interface Cleaning {
  what: Making;
  type: string;
  content: Buffer;
  /** Who waits for it. */
  personId: string;
  /** They open the file; else they send it. */
  isOpening?: boolean;
}

/**
 * Makes files of others, each in a process that ends with it, so that memory and time are bounded. There are two
 * processes at a time at most, one for pictures and one for documents, so that no picture waits for a document.
 */
export class Cleaner {
  readonly #queues = { pictures: new FairQueue(), documents: new FairQueue() };

  constructor(
    private readonly log: Logger,
    private readonly withinMs = WITHIN_MS,
  ) {}

  /**
   * Cleans a file; undefined if it cannot be cleaned.
   * @throws AppError `busy` when it would have to wait too long.
   */
  make({ what, type, content, personId, isOpening = false }: Cleaning): Promise<Buffer | undefined> {
    const kind = type.startsWith('image/') ? 'pictures' : 'documents';
    const patienceMs = isOpening ? PATIENCE_MS.opened : PATIENCE_MS.sent;
    const asked = { by: personId, isFirst: isOpening, patienceMs };
    return this.#queues[kind].run(asked, () => this.#run([what, type], content, this.withinMs[kind]));
  }

  async #run(how: readonly string[], content: Buffer, timeout: number): Promise<Buffer | undefined> {
    const child = spawn(process.execPath, [...process.execArgv, HOST, ...how], {
      // No secrets. Windows starts nothing without its own folder.
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout,
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
    this.log.warn({ how, code, signal }, 'a file cannot be cleaned');
    return undefined;
  }
}
