/** The keys that sign the tokens of Azure Bot Service, read anew as it asks: each day, and for a key that is not among them. */
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { KeySet } from './openid.js';

/** learn.microsoft.com, "Authentication with the Bot Connector API": at least once every 24 hours. */
const EVERY_MS = 86_400_000;
/** So long before, they are renewed beside the requests, which need not wait then. */
const AHEAD_MS = 3_600_000;
/** Tokens with invented keys may come at any rate. */
const AGAIN_AFTER_MS = 60_000;

interface Known {
  set: KeySet;
  find: JWTVerifyGetKey;
  /** By `now`. */
  readAt: number;
  /** They are due, and could not be read anew. */
  isOutage?: boolean;
}

export class ChannelKeys {
  #known: Known | undefined;
  #attempt: { at: number; result: Promise<Known> } | undefined;

  /** @param now milliseconds that only go forward. */
  constructor(
    private readonly read: () => Promise<KeySet>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Finds the key of a token. @throws JWKSNoMatchingKey; what reading throws, where it is needed. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const known = await this.#current();
    try {
      return await known.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await this.#renew()).find(header, token);
    }
  };

  /** Returns a key as it was published. */
  withId(id: string | undefined): KeySet['keys'][number] | undefined {
    return this.#known?.set.keys.find(({ kid }) => kid === id);
  }

  /**
   * Waits for keys that are a day old, since the one that is looked for may be withdrawn. An outage of their server
   * harms nobody who comes with a known key, and only its first attempt is waited for.
   */
  async #current(): Promise<Known> {
    const known = this.#known;
    if (!known) return this.#renew();
    const age = this.now() - known.readAt;
    if (age < EVERY_MS - AHEAD_MS) return known;
    const renewed = this.#renew().catch(() => {
      known.isOutage = true;
      return known;
    });
    return age < EVERY_MS || known.isOutage ? known : renewed;
  }

  /** Requests at the same time share one attempt, and so do those of the next minute. */
  #renew(): Promise<Known> {
    const now = this.now();
    if (!this.#attempt || now - this.#attempt.at >= AGAIN_AFTER_MS) {
      this.#attempt = { at: now, result: this.#readAt(now) };
    }
    return this.#attempt.result;
  }

  async #readAt(now: number): Promise<Known> {
    try {
      const set = await this.read();
      this.#known = { set, find: createLocalJWKSet(set), readAt: now };
      return this.#known;
    } catch (error) {
      // Without any key nobody is let in, so that the next request may try at once.
      if (!this.#known) this.#attempt = undefined;
      throw error;
    }
  }
}
