import { z } from 'zod';
import { randomId } from '../clock.js';
import { inRequest, type Logger } from '../log.js';
import { isFailure } from '../storage/errors.js';
import type { Queue, TakenMessage } from '../storage/queue.js';
import { HeldMessage } from './held-message.js';
import { pauseFor } from './pause.js';
import { DELIVERY_TIMES, type DeliveryTimes } from './times.js';

/** A message taken this often is set aside: it crashes the process or never finishes. */
const MAX_TAKEN = 10;
/** A message that returns after being set aside gets one attempt each time, to limit the harm. */
const MAX_TAKEN_AGAIN = 1;
/** The delay after which set-aside work returns. */
const SET_ASIDE_MS = 3_600_000;
/** The delay after which work returns that met an outage of storage. */
const OUTAGE_SECONDS = 60;
const BATCH = 16;
/** Work in progress at the same time, so that what takes long holds up nothing else. */
const MOST_IN_HAND = 64;
/** The service hides a message for at most seven days. */
const MOST_HIDDEN_SECONDS = 7 * 24 * 3_600;
const FAILED_MS = 5_000;

/** The fields of a message besides the data of its work. */
const envelope = z.looseObject({
  kind: z.string(),
  setAside: z.boolean().default(false),
  /** How many of the times that it was taken do not count: it ran, or met an outage. */
  spared: z.number().int().default(0),
});

/** A piece of work: its kind and the data that the kind needs. */
export interface WorkItem {
  kind: string;
  [field: string]: string | number | undefined;
}

/** A kind of work that a feature takes from the queue. */
export interface WorkKind {
  /** Parses a message; undefined when it does not match. */
  read(message: unknown): WorkItem | undefined;
  /** Returns the milliseconds until the work should run again, or undefined when it is done. */
  run(item: WorkItem): Promise<number | undefined>;
  /** Tells whether set-aside work returns, because nothing else would find it once its message is gone. */
  comesAgain: boolean;
}

/**
 * @param schema of the whole message, including its kind.
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

/** Kinds of work by the `kind` of a message. */
export type WorkKinds = Readonly<Record<string, WorkKind>>;

/** The queue for work that has to happen even when the instance that requested it dies. */
export class WorkQueue {
  #kinds: WorkKinds = {};
  #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: Queue,
    private readonly poison: Queue,
    private readonly log: Logger,
    /** Called when a message is set aside: once, or again at the next return when it throws. */
    private readonly onSetAside: (body: string) => Promise<void> = async () => undefined,
    private readonly times: Pick<DeliveryTimes, 'safetyNetMs' | 'inHandMs' | 'idleMs'> = DELIVERY_TIMES,
  ) {}

  /** Queues a safety net before a write; call `carry` once it is written. */
  async prepare(item: WorkItem): Promise<TakenMessage> {
    return this.queue.put(JSON.stringify(item), toSeconds(this.times.safetyNetMs));
  }

  /**
   * Runs the work behind a safety net, which stays hidden meanwhile. Then removes it, or moves it to the moment when
   * the rest is due.
   */
  async carry(net: TakenMessage, run: () => Promise<number | undefined>): Promise<void> {
    const held = new HeldMessage(this.queue, net, toSeconds(this.times.safetyNetMs), this.log);
    try {
      const againInMs = await run();
      await this.#finish(await held.release(), againInMs);
    } finally {
      await held.release();
    }
  }

  /** Runs work that another instance has left to this one. */
  async perform(body: string): Promise<void> {
    const { kind, item } = this.#read(body);
    if (kind && item) await inRequest(randomId(), () => kind.run(item));
  }

  /** Queues work for a later moment. Work that is due in more than seven days returns earlier to check. */
  async later(item: WorkItem, inMs: number): Promise<void> {
    await this.queue.put(JSON.stringify(item), toSeconds(inMs));
  }

  /** Returns about how many messages wait, for their hour or for a hand, and how many were set aside. */
  async depth(): Promise<{ queued: number; setAside: number }> {
    const [queued, setAside] = await Promise.all([this.queue.depth(), this.poison.depth()]);
    return { queued, setAside };
  }

  /** Works through the queue until `stop`. */
  start(kinds: WorkKinds): void {
    this.#kinds = kinds;
    this.#stopping = new AbortController();
    this.#running = this.#loop(this.#stopping.signal);
  }

  /** Takes no more work and waits for the work in progress. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #loop(stopping: AbortSignal): Promise<void> {
    const inHand = new Set<Promise<void>>();
    while (!stopping.aborted) {
      const room = Math.min(BATCH, MOST_IN_HAND - inHand.size);
      if (room === 0) {
        await Promise.race(inHand);
        continue;
      }
      let pause = 0;
      try {
        const messages = await this.queue.take(room, toSeconds(this.times.inHandMs));
        for (const message of messages) {
          const working = this.#work(message).finally(() => inHand.delete(working));
          inHand.add(working);
        }
        if (messages.length === 0) pause = this.times.idleMs;
      } catch (error) {
        this.log.error({ err: error }, 'work queue unavailable');
        pause = FAILED_MS;
      }
      await pauseFor(pause, stopping);
    }
    await Promise.all(inHand);
  }

  /** Never rejects: what fails comes again when its message reappears. */
  async #work(message: TakenMessage): Promise<void> {
    const held = new HeldMessage(this.queue, message, toSeconds(this.times.inHandMs), this.log);
    try {
      await inRequest(randomId(), () => this.#run(message, held));
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work queue unavailable');
    } finally {
      await held.release();
    }
  }

  async #run(message: TakenMessage, held: HeldMessage): Promise<void> {
    const { kind, item, wasSetAside, spared } = this.#read(message.body);
    if (!kind || !item || message.attempts - spared > (wasSetAside ? MAX_TAKEN_AGAIN : MAX_TAKEN)) {
      return this.#setAside(held, message, { item, comesAgain: kind?.comesAgain ?? false, wasSetAside });
    }
    try {
      const againInMs = await kind.run(item);
      await this.#finish(await held.release(), againInMs, bodyOf(item, message));
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work failed');
      // After any other failure, the message reappears when its visibility time-out passes.
      if (!isFailure(error, 'unavailable')) return;
      await this.#waitOut(await held.release(), bodyOf({ ...item, setAside: wasSetAside }, message));
    }
  }

  /**
   * Removes a message, or hides it until the rest is due: in one request, so there is never a second copy.
   * @param message undefined when another instance has taken it, and finishes it.
   * @param body its new body, if it changes.
   */
  async #finish(
    message: TakenMessage | undefined,
    againInMs: number | undefined,
    body?: string,
  ): Promise<void> {
    if (!message) return;
    if (againInMs === undefined) await this.queue.remove(message);
    else await this.queue.renew(message, toSeconds(againInMs), body);
  }

  /** Parses a message; `item` is undefined when it is unreadable. */
  #read(body: string): {
    kind?: WorkKind | undefined;
    item?: WorkItem | undefined;
    wasSetAside: boolean;
    spared: number;
  } {
    const message = envelope.safeParse(parseJson(body)).data;
    if (!message) return { wasSetAside: false, spared: 0 };
    const { kind: name, setAside: wasSetAside, spared } = message;
    const kind = Object.hasOwn(this.#kinds, name) ? this.#kinds[name] : undefined;
    return { kind, item: kind?.read(message), wasSetAside, spared };
  }

  /** An outage is not the work's fault. Where even this fails, the message reappears earlier. */
  async #waitOut(message: TakenMessage | undefined, body: string): Promise<void> {
    if (!message) return;
    try {
      await this.queue.renew(message, OUTAGE_SECONDS, body);
    } catch (error) {
      this.log.error({ message: message.id, err: error }, 'work could not be put off');
    }
  }

  /**
   * Keeps a copy in the poison queue for the operators. Work that must not be lost still returns; it is marked
   * `setAside` once the team has been notified, so that neither the copy nor the notice is repeated.
   */
  async #setAside(
    held: HeldMessage,
    message: TakenMessage,
    {
      item,
      comesAgain,
      wasSetAside,
    }: { item?: WorkItem | undefined; comesAgain: boolean; wasSetAside: boolean },
  ): Promise<void> {
    this.log.error({ message: message.id, attempts: message.attempts }, 'work set aside');
    if (!wasSetAside) await this.poison.put(message.body, 0);
    const isTold = wasSetAside || (await this.#tell(message.body));
    const againInMs = item && comesAgain ? SET_ASIDE_MS : undefined;
    // The notice may take longer than the message's first hiding time.
    const body = item && bodyOf({ ...item, setAside: isTold }, message);
    await this.#finish(await held.release(), againInMs, body);
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

/** The body of a message that was taken for work which runs again: only from now on its failures count. */
const bodyOf = (item: object, { attempts }: TakenMessage) => JSON.stringify({ ...item, spared: attempts });

const toSeconds = (ms: number) => Math.min(MOST_HIDDEN_SECONDS, Math.max(1, Math.ceil(ms / 1_000)));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
