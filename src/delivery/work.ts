import { z } from 'zod';
import type { Logger } from '../log.js';
import type { Queue, TakenMessage } from '../storage/queue.js';

/** A message taken so often is set aside: it takes the process down, or never comes to an end. */
const MAX_TAKEN = 10;
const BATCH = 16;
/** How long a message in hand is hidden from other instances. */
const IN_HAND_SECONDS = 60;
const IDLE_MS = 1_000;
/** The service hides a message for seven days at most. */
const MOST_HIDDEN_SECONDS = 7 * 24 * 3_600;
const FAILED_MS = 5_000;
/** A commit and the dispatch behind it are done long before; later, another instance takes over. */
const SAFETY_NET_SECONDS = 30;

const work = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dispatch'), partitionKey: z.string().min(1) }),
  z.object({
    kind: z.literal('deadline'),
    caseId: z.string().min(1),
    step: z.number().int(),
    phase: z.enum(['remind', 'due']),
  }),
  /** What has been kept long enough is deleted, on the night that begins this day. */
  z.object({ kind: z.literal('retention'), day: z.iso.date() }),
  /** What a request to correct data needs: the team told, reminded, the answer delivered. */
  z.object({ kind: z.literal('correction'), number: z.string().min(1) }),
]);
export type Work = z.infer<typeof work>;
export type DeadlineWork = Extract<Work, { kind: 'deadline' }>;
export type RetentionWork = Extract<Work, { kind: 'retention' }>;

/** Does one piece of work. Returns in how many milliseconds to come again, or undefined when it is done. */
export type WorkHandler = (work: Work) => Promise<number | undefined>;

/** The queue of what has to happen even when the instance that asked for it dies. */
export class WorkQueue {
  #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: Queue,
    private readonly poison: Queue,
    private readonly log: Logger,
    /** Told of what was set aside. */
    private readonly onSetAside: (body: string) => Promise<void> = async () => undefined,
  ) {}

  /** Puts the safety net under what is about to be written; `finish` once the work is done. */
  async prepare(message: Work): Promise<TakenMessage> {
    return this.queue.put(JSON.stringify(message), SAFETY_NET_SECONDS);
  }

  /** Takes the safety net away, or where something is left to be done, sets it to when that is. */
  async finish(message: TakenMessage, againInMs?: number): Promise<void> {
    if (againInMs !== undefined) await this.queue.put(message.body, toSeconds(againInMs));
    await this.queue.remove(message);
  }

  /** Puts a piece of work to be done in so many milliseconds; what lies further away comes by to look earlier. */
  async later(message: Work, inMs: number): Promise<void> {
    await this.queue.put(JSON.stringify(message), toSeconds(inMs));
  }

  /** Begins to work through the queue until `stop`. */
  start(handle: WorkHandler): void {
    this.#stopping = new AbortController();
    this.#running = this.#loop(handle, this.#stopping.signal);
  }

  /** Takes no more work and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #loop(handle: WorkHandler, stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      let pause = 0;
      try {
        const messages = await this.queue.take(BATCH, IN_HAND_SECONDS);
        await Promise.all(messages.map((message) => this.#work(message, handle)));
        if (messages.length === 0) pause = IDLE_MS;
      } catch (error) {
        this.log.error({ err: error }, 'work queue unavailable');
        pause = FAILED_MS;
      }
      await pauseFor(pause, stopping);
    }
  }

  async #work(message: TakenMessage, handle: WorkHandler): Promise<void> {
    const parsed = parseWork(message.body);
    if (!parsed || message.attempts > MAX_TAKEN) {
      this.log.error({ message: message.id, attempts: message.attempts }, 'work set aside');
      await this.poison.put(message.body, 0);
      await this.queue.remove(message);
      await this.onSetAside(message.body).catch((error: unknown) =>
        this.log.error({ err: error }, 'nobody could be told of what was set aside'),
      );
      return;
    }
    try {
      // A fresh message, where there is to be one, so that only failures count as having been taken.
      await this.finish(message, await handle(parsed));
    } catch (error) {
      // It shows again when its time-out passes.
      this.log.error({ message: message.id, err: error }, 'work failed');
    }
  }
}

const toSeconds = (ms: number) => Math.min(MOST_HIDDEN_SECONDS, Math.max(1, Math.ceil(ms / 1_000)));

function parseWork(body: string): Work | undefined {
  try {
    return work.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function pauseFor(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms === 0 || stopping.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    stopping.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
  });
}
