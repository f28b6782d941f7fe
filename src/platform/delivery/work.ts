import type { z } from 'zod';
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

/** A piece of work: its kind, and what that kind needs to know. */
export interface WorkItem {
  kind: string;
  [field: string]: string | number;
}

/** A kind of work that a feature takes from the queue. */
export interface WorkKind {
  /** The work that a message asks for; undefined when the message does not fit. */
  read(message: unknown): WorkItem | undefined;
  /** Returns in how many milliseconds to come again, or undefined when the work is done. */
  run(item: WorkItem): Promise<number | undefined>;
  /** Nothing else would find it once its message is gone. */
  comesAgain: boolean;
}

/**
 * @param schema of the whole message, its kind included.
 * @param comesAgain false for work that is found by other means when its message is lost.
 */
export function workKind<Item extends WorkItem>(
  schema: z.ZodType<Item>,
  run: (item: Item) => Promise<number | undefined>,
  { comesAgain = true } = {},
): WorkKind {
  return {
    read: (message) => schema.safeParse(message).data,
    run: (item) => run(item as Item),
    comesAgain,
  };
}

/** By the name that messages carry as `kind`. */
export type WorkKinds = Readonly<Record<string, WorkKind>>;

/** The queue of what has to happen even when the instance that asked for it dies. */
export class WorkQueue {
  #kinds: WorkKinds = {};
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
  async prepare(item: WorkItem): Promise<TakenMessage> {
    return this.queue.put(JSON.stringify(item), SAFETY_NET_SECONDS);
  }

  /** Takes the safety net away, or where something is left to be done, sets it to when that is. */
  async finish(message: TakenMessage, againInMs?: number): Promise<void> {
    if (againInMs !== undefined) await this.queue.put(message.body, toSeconds(againInMs));
    await this.queue.remove(message);
  }

  /** Puts a piece of work to be done in so many milliseconds; what lies further away comes by to look earlier. */
  async later(item: WorkItem, inMs: number): Promise<void> {
    await this.queue.put(JSON.stringify(item), toSeconds(inMs));
  }

  /** Works through the queue until `stop`. */
  start(kinds: WorkKinds): void {
    this.#kinds = kinds;
    this.#stopping = new AbortController();
    this.#running = this.#loop(this.#stopping.signal);
  }

  /** Takes no more work and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #loop(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      let pause = 0;
      try {
        const messages = await this.queue.take(BATCH, IN_HAND_SECONDS);
        await Promise.all(messages.map((message) => this.#work(message)));
        if (messages.length === 0) pause = IDLE_MS;
      } catch (error) {
        this.log.error({ err: error }, 'work queue unavailable');
        pause = FAILED_MS;
      }
      await pauseFor(pause, stopping);
    }
  }

  async #work(message: TakenMessage): Promise<void> {
    const { kind, item, wasSetAside } = this.#read(message.body);
    if (!kind || !item || message.attempts > (wasSetAside ? MAX_TAKEN_AGAIN : MAX_TAKEN)) {
      return this.#setAside(message, { item, comesAgain: kind?.comesAgain ?? false, wasSetAside });
    }
    try {
      // A fresh message, where there is to be one, so that only failures count as having been taken.
      await this.finish({ ...message, body: JSON.stringify(item) }, await kind.run(item));
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work failed');
      // Otherwise it shows again when its time-out passes.
      if (isFailure(error, 'unavailable')) await this.#waitOut(message);
    }
  }

  /** What a message asks for; no item where it cannot be read. */
  #read(body: string): { kind?: WorkKind; item?: WorkItem; wasSetAside: boolean } {
    const message = parseJson(body);
    if (typeof message !== 'object' || message === null) return { wasSetAside: false };
    const { kind: name, setAside } = message as { kind?: unknown; setAside?: unknown };
    const kind = typeof name === 'string' && Object.hasOwn(this.#kinds, name) ? this.#kinds[name] : undefined;
    return { kind, item: kind?.read(message), wasSetAside: setAside === true };
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
   * Keeps a copy for the operators. What must not be lost comes again all the same, marked as `setAside` once
   * somebody could be told of it, so that neither the copy nor the telling is repeated.
   */
  async #setAside(
    message: TakenMessage,
    { item, comesAgain, wasSetAside }: { item?: WorkItem; comesAgain: boolean; wasSetAside: boolean },
  ): Promise<void> {
    this.log.error({ message: message.id, attempts: message.attempts }, 'work set aside');
    if (!wasSetAside) await this.poison.put(message.body, 0);
    const isTold = wasSetAside || (await this.#tell(message.body));
    if (item && comesAgain) {
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
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
