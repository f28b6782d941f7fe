import { z } from 'zod';
import type { Logger } from '../log.js';
import { isFailure } from '../storage/errors.js';
import type { Queue, TakenMessage } from '../storage/queue.js';

/** A message taken so often is set aside: it takes the process down, or never comes to an end. */
const MAX_TAKEN = 10;
/** One that comes again after it was set aside gets a single try each time, so that it does little harm. */
const MAX_TAKEN_AGAIN = 1;
/** When what was set aside comes again. */
const SET_ASIDE_SECONDS = 3_600;
/** When a piece of work comes again that met an outage of storage. */
const OUTAGE_SECONDS = 60;
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
/** What nothing else would find again once its message is gone; a night of retention is found by its row. */
const COMES_AGAIN: ReadonlySet<Work['kind']> = new Set(['dispatch', 'deadline', 'correction']);
/** Stands beside the work in a message that was set aside, and that somebody has been told of. */
const setAside = z.object({ setAside: z.literal(true) });
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
    /** Told of what was set aside: once, however often it comes again; where this throws, at the next time too. */
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
    const { item, isKnown } = parseMessage(message.body);
    if (!item || message.attempts > (isKnown ? MAX_TAKEN_AGAIN : MAX_TAKEN)) {
      return this.#setAside(message, item, isKnown);
    }
    try {
      // A fresh message, where there is to be one, so that only failures count as having been taken.
      await this.finish({ ...message, body: JSON.stringify(item) }, await handle(item));
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work failed');
      // Otherwise it shows again when its time-out passes.
      if (isFailure(error, 'unavailable')) await this.#waitOut(message);
    }
  }

  /** An outage is nothing that the work has done: a fresh message counts from nought. */
  async #waitOut(message: TakenMessage): Promise<void> {
    try {
      await this.queue.put(message.body, OUTAGE_SECONDS);
      await this.queue.remove(message);
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work could not be put off');
    }
  }

  /**
   * Keeps a copy for whoever looks into it. What must not be lost comes again all the same, marked where somebody
   * could be told of it, so that neither the copy nor the telling is repeated.
   * @param isKnown whether it is marked already.
   */
  async #setAside(message: TakenMessage, item: Work | undefined, isKnown: boolean): Promise<void> {
    this.log.error({ message: message.id, attempts: message.attempts }, 'work set aside');
    if (!isKnown) await this.poison.put(message.body, 0);
    const isTold = isKnown || (await this.#tell(message.body));
    if (item && COMES_AGAIN.has(item.kind)) {
      await this.queue.put(JSON.stringify(isTold ? { ...item, setAside: true } : item), SET_ASIDE_SECONDS);
    }
    await this.queue.remove(message);
  }

  async #tell(body: string): Promise<boolean> {
    try {
      await this.onSetAside(body);
      return true;
    } catch (error) {
      this.log.error({ err: error }, 'nobody could be told of what was set aside');
      return false;
    }
  }
}

const toSeconds = (ms: number) => Math.min(MOST_HIDDEN_SECONDS, Math.max(1, Math.ceil(ms / 1_000)));

/** The work that a message asks for; none where it cannot be read. */
function parseMessage(body: string): { item?: Work; isKnown: boolean } {
  try {
    const read: unknown = JSON.parse(body);
    return { item: work.parse(read), isKnown: setAside.safeParse(read).success };
  } catch {
    return { isKnown: false };
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
