import type { Message } from './message.js';

/** The destination of a message: a conversation at a service URL of the Bot Connector. */
export interface Address {
  serviceUrl: string;
  conversationId: string;
}

/**
 * Why a message was not delivered.
 * - `unreachable`: this person or conversation does not accept messages (403, 404); final.
 * - `refused`: this message is not accepted as it is (400, 413); final.
 * - `throttled`: too many requests (429); retry, not before `retryAfterMs`.
 * - `unavailable`: it did not arrive, as far as Teams says (no connection, 401, 412, 502, 503, 504); retry.
 * - `ambiguous`: it may have arrived (time-out, 408, 500, connection lost).
 */
export type DeliveryFailure = 'unreachable' | 'refused' | 'throttled' | 'unavailable' | 'ambiguous';

export class DeliveryError extends Error {
  constructor(
    readonly failure: DeliveryFailure,
    readonly retryAfterMs?: number,
    options?: { cause?: unknown },
  ) {
    super(failure, options);
    this.name = 'DeliveryError';
  }
}

/** Whether a message did not arrive, and may if it is sent again. */
export const mayArriveLater = (error: unknown): error is DeliveryError =>
  error instanceof DeliveryError && (error.failure === 'throttled' || error.failure === 'unavailable');

/** Sends messages to Teams. Every method throws DeliveryError. */
export interface Channel {
  /** Opens the one-to-one conversation with a person and returns its id. */
  open(personId: string, serviceUrl: string): Promise<string>;
  /**
   * Restores contact with a person whose conversation accepts no more messages, and returns the id of one
   * that does. Throws `unreachable` when that fails. Optional: some channels cannot do it.
   */
  reopen?(personId: string): Promise<string>;
  /** Posts a new message and returns its id. */
  post(to: Address, message: Message): Promise<string>;
  /** Replaces an earlier message. */
  update(to: Address, messageId: string, message: Message): Promise<void>;
}

/** Takes messages back. Throws DeliveryError. */
export interface Retraction {
  /** Deletes an earlier message; one that is gone already is no error. */
  remove(from: Address, messageId: string): Promise<void>;
}
