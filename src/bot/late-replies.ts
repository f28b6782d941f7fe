/** Answers that Teams did not take in time, through the queue. */
import { z } from 'zod';
import { randomId } from '../platform/clock.js';
import { DeliveryError } from '../platform/delivery/channel.js';
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

/** The message is sealed, since it may hold people's words. */
const replyWork = z.object({
  kind: z.literal(REPLY),
  id: z.string(),
  /** How long it has waited; clocks of instances may differ. */
  waitedMs: z.number(),
  sealed: z.string(),
});
type ReplyWork = z.output<typeof replyWork>;
const outgoing = z.object({
  to: z.object({ serviceUrl: z.string(), conversationId: z.string() }),
  replaces: z.string(),
  message: z.looseObject({}),
});

export interface LateReplyParts {
  work: Pick<WorkQueue, 'later'>;
  sealer: Sealer;
  trySend: (outgoing: Outgoing, patienceMs: number) => Promise<void>;
  log: Logger;
}

export class LateReplies {
  constructor(private readonly parts: LateReplyParts) {}

  get work(): WorkKinds {
    return { [REPLY]: workKind(replyWork, (item) => this.#send(item), { comesAgain: false }) };
  }

  /** Throws when the queue is down too; then the activity is not answered, and may come again. */
  async sendLater(reply: Outgoing, inMs: number): Promise<void> {
    const id = randomId();
    const sealed = this.parts.sealer.seal(JSON.stringify(reply), id);
    await this.#later({ kind: REPLY, id, waitedMs: 0, sealed }, inMs);
  }

  async #later(item: ReplyWork, inMs: number): Promise<void> {
    await this.parts.work.later({ ...item, waitedMs: item.waitedMs + inMs }, inMs);
  }

  async #send(item: ReplyWork): Promise<undefined> {
    const { sealer, trySend, log } = this.parts;
    const reply: Outgoing = outgoing.parse(JSON.parse(sealer.open(item.sealed, item.id)));
    try {
      await trySend(reply, PATIENCE_MS);
    } catch (error) {
      const leftMs = TOO_OLD_MS - item.waitedMs;
      const waitMs = waitAgain(error, Math.min(MOST_PAUSE_MS, Math.max(AGAIN_MS, item.waitedMs)));
      const isGivenUp = waitMs === undefined || leftMs <= 0;
      if (isGivenUp) log.error({ reply: item.id, err: error }, 'an answer could not be sent');
      else await this.#later(item, Math.min(waitMs, leftMs));
    }
  }
}

/** The activity is answered and does not come again: an answer that may have arrived is sent again. */
function waitAgain(error: unknown, pauseMs: number): number | undefined {
  const isInDoubt = error instanceof DeliveryError && error.failure === 'ambiguous';
  return isInDoubt ? pauseMs : waitAfter(error, pauseMs);
}
