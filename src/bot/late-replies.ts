/** Answers that Teams did not take in time: this process goes on trying, and the queue has them in case it dies. */
import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import type { Background } from '../platform/background.js';
import { withSensitivity } from '../platform/cards/sensitivity.js';
import { randomId } from '../platform/clock.js';
import { DeliveryError } from '../platform/delivery/channel.js';
import { pauseFor } from '../platform/delivery/pause.js';
import { type WorkKinds, type WorkQueue, workKind } from '../platform/delivery/work.js';
import type { Logger } from '../platform/log.js';
import type { Sealer } from '../platform/storage/sealer.js';
import { type Outgoing, waitAfter } from './reply-sender.js';

const REPLY = 'reply';
/** Nobody waits longer for an answer. */
const TOO_OLD_MS = 10 * 60_000;
/** The first pause between tries; each is as long as all that was waited before, up to the longest. */
const AGAIN_MS = 5_000;
const MOST_PAUSE_MS = 60_000;
const PATIENCE_MS = 5_000;
const LOOK_AGAIN_MS = 20_000;
/** The oldest are forgotten first. */
const MOST_KNOWN = 2_000;

/** The message is sealed, since it may hold people's words. */
const replyWork = z.object({
  kind: z.literal(REPLY),
  id: z.string(),
  /** How long it had waited when it was put into the queue; clocks of instances may differ. */
  waitedMs: z.number(),
  sealed: z.string(),
});
type ReplyWork = z.output<typeof replyWork>;
const outgoing = z.object({
  to: z.object({ serviceUrl: z.string(), conversationId: z.string() }),
  replaces: z.string(),
  message: z.looseObject({}),
  onlyFor: z.object({ id: z.string(), name: z.string().optional() }).optional(),
});

export interface LateReplyParts {
  work: Pick<WorkQueue, 'prepare' | 'carry' | 'later'>;
  background: Pick<Background, 'run'>;
  sealer: Sealer;
  trySend: (outgoing: Outgoing, patienceMs: number) => Promise<void>;
  log: Logger;
}

export class LateReplies {
  readonly #stopping = new AbortController();
  /** What this process has in hand or has done: the queue may bring it all the same, when storage did not answer. */
  readonly #known = new Set<string>();
  readonly #inHand = new Set<string>();

  constructor(private readonly parts: LateReplyParts) {
    // Each answer that waits listens.
    setMaxListeners(0, this.#stopping.signal);
  }

  get work(): WorkKinds {
    return { [REPLY]: workKind(replyWork, (item) => this.#takeOver(item), { comesAgain: false }) };
  }

  /** Throws when the queue is down too; then the activity is not answered, and may come again. */
  async sendLater(reply: Outgoing, inMs: number): Promise<void> {
    const id = randomId();
    const message = withSensitivity(reply.message);
    const sealed = this.parts.sealer.seal(JSON.stringify({ ...reply, message }), id);
    await this.#keep({ kind: REPLY, id, waitedMs: 0, sealed }, inMs);
  }

  /** Leaves what is not sent yet to the queue. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Another process has left it to the queue, or has died. What is in hand here stays in the queue, in case this one dies. */
  async #takeOver(item: ReplyWork): Promise<number | undefined> {
    if (this.#inHand.has(item.id)) return LOOK_AGAIN_MS;
    if (this.#known.has(item.id)) return undefined;
    const waitMs = await this.#send(item);
    if (waitMs !== undefined) await this.#keep(item, waitMs);
    return undefined;
  }

  async #keep(item: ReplyWork, inMs: number): Promise<void> {
    const { work, background } = this.parts;
    const net = await work.prepare(item);
    this.#remember(item.id);
    this.#inHand.add(item.id);
    background.run('late reply', () =>
      work.carry(net, () => this.#goOn(item, inMs)).finally(() => this.#inHand.delete(item.id)),
    );
  }

  async #goOn(item: ReplyWork, inMs: number): Promise<undefined> {
    const { signal } = this.#stopping;
    let { waitedMs } = item;
    for (let waitMs: number | undefined = inMs; waitMs !== undefined; ) {
      await pauseFor(waitMs, signal);
      waitedMs += waitMs;
      const current = { ...item, waitedMs };
      if (signal.aborted) {
        // Whoever gets it from the queue sends it: this process too, which may go on for a while.
        this.#known.delete(item.id);
        this.#inHand.delete(item.id);
        await this.parts.work.later(current, waitMs);
        return;
      }
      waitMs = await this.#send(current);
    }
  }

  /** Returns the milliseconds until the next try; undefined when it is sent, or given up. */
  async #send(item: ReplyWork): Promise<number | undefined> {
    const { sealer, trySend, log } = this.parts;
    const reply: Outgoing = outgoing.parse(JSON.parse(sealer.open(item.sealed, item.id)));
    try {
      await trySend(reply, PATIENCE_MS);
      return undefined;
    } catch (error) {
      const leftMs = TOO_OLD_MS - item.waitedMs;
      const waitMs = waitAgain(error, Math.min(MOST_PAUSE_MS, Math.max(AGAIN_MS, item.waitedMs)));
      if (waitMs !== undefined && leftMs > 0) return Math.min(waitMs, leftMs);
      log.error({ reply: item.id, err: error }, 'an answer could not be sent');
      return undefined;
    }
  }

  #remember(id: string): void {
    this.#known.add(id);
    const [oldest] = this.#known;
    if (this.#known.size > MOST_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** The activity is answered and does not come again: an answer that may have arrived is sent again. */
function waitAgain(error: unknown, pauseMs: number): number | undefined {
  const isInDoubt = error instanceof DeliveryError && error.failure === 'ambiguous';
  return isInDoubt ? pauseMs : waitAfter(error, pauseMs);
}
