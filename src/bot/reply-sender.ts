/** Sends answers into the chat: within the limits of Teams, and again while the person is likely to wait. */
import { type Address, mayArriveLater } from '../platform/delivery/channel.js';
import type { Message } from '../platform/delivery/message.js';
import { pauseFor } from '../platform/delivery/pause.js';
import type { RateLimiter } from '../platform/delivery/rates.js';
import type { Logger } from '../platform/log.js';
import type { BotConnector, Recipient } from './connector.js';

/** Teams waits 10 to 15 s for the response to an activity; people wait less. */
export const ANSWER_WITHIN_MS = 4_500;
const FIRST_PAUSE_MS = 250;

/** A message into a chat. */
export interface Outgoing {
  to: Address;
  message: Message;
  /** The id of the message that it replaces; empty for a new one. */
  replaces: string;
  /** Nobody else sees it. */
  onlyFor?: Recipient | undefined;
}

export interface ReplySenderParts {
  connector: Pick<BotConnector, 'post' | 'postTargeted' | 'update' | 'typing'>;
  rates: Pick<RateLimiter, 'send'>;
  /** Sends later what could not be sent in time. */
  sendLater: (outgoing: Outgoing, inMs: number) => Promise<void>;
  log: Logger;
}

export class ReplySender {
  constructor(private readonly parts: ReplySenderParts) {}

  /**
   * Sends an answer, or sees to it that it is sent later.
   * @param began when the turn began, by `performance.now()`.
   * @throws DeliveryError when it may have arrived, or never will.
   */
  async send(outgoing: Outgoing, began: number): Promise<void> {
    const leftMs = () => Math.max(0, began + ANSWER_WITHIN_MS - performance.now());
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
      try {
        return await this.trySend(outgoing, leftMs());
      } catch (error) {
        const waitMs = waitAfter(error, pauseMs);
        if (waitMs === undefined) throw error;
        if (waitMs >= leftMs()) {
          this.parts.log.warn({ err: error, waitMs }, 'an answer is sent later');
          return this.parts.sendLater(outgoing, waitMs);
        }
        await pauseFor(waitMs);
      }
    }
  }

  /** @throws DeliveryError, also when it would have to wait longer than `patienceMs`. */
  async trySend({ to, message, replaces, onlyFor }: Outgoing, patienceMs: number): Promise<void> {
    const { connector, rates } = this.parts;
    const send = async () => {
      if (onlyFor) await connector.postTargeted(to, onlyFor, message);
      else if (replaces) await connector.update(to, replaces, message);
      else await connector.post(to, message);
    };
    await rates.send(to.conversationId, 'reply', send, patienceMs);
  }

  /** Shows the typing indicator, unless the chat is busy. */
  async typing(to: Address): Promise<void> {
    const { connector, rates } = this.parts;
    await rates.send(to.conversationId, 'reply', () => connector.typing(to), 0);
  }
}

/** How long to wait before the message is sent again; undefined when it may have arrived, or never will. */
export function waitAfter(error: unknown, pauseMs: number): number | undefined {
  return mayArriveLater(error) ? Math.max(pauseMs, error.retryAfterMs ?? 0) : undefined;
}
