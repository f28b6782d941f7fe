import type { Message } from './message.js';

/** Where a message goes: a conversation at a service URL of the Bot Connector. */
export interface Address {
  serviceUrl: string;
  conversationId: string;
}

/**
 * Why a message did not go out.
 * - `unreachable`: this person or conversation cannot be written to (403, 404); final.
 * - `refused`: this message cannot be taken as it is (400, 413); final.
 * - `throttled`: too many at once (429); later, and not before `retryAfterMs`.
 * - `unavailable`: it did not arrive, as far as Teams says (no connection, 401, 412, 502, 503, 504); later.
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

/** The way out to Teams. Every method throws DeliveryError. */
export interface Channel {
  /** Opens the one-to-one conversation with a person and returns its id. */
  open(personId: string, serviceUrl: string): Promise<string>;
  /**
   * Makes somebody reachable again whose conversation takes no more messages, and returns the id of the one that
   * does; `unreachable` where it did not succeed. Left out by a channel that cannot.
   */
  reopen?(personId: string): Promise<string>;
  /** Posts a new message and returns its id. */
  post(to: Address, message: Message): Promise<string>;
  /** Puts a message in the place of an earlier one. */
  update(to: Address, messageId: string, message: Message): Promise<void>;
}
