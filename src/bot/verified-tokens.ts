/** Tokens of Teams that have been verified: Teams sends each of them with many activities. */
import { createHash } from 'node:crypto';

/** Teams has few tokens in use at a time; the oldest are forgotten first. */
const MOST = 1_000;

interface Verified<Result> {
  result: Result;
  /** Milliseconds since 1970. */
  until: number;
}

/** Remembers, by the hash of a token, what its verification told, until the token expires. */
export class VerifiedTokens<Result> {
  readonly #known = new Map<string, Verified<Result>>();

  /** @param now milliseconds since 1970. */
  constructor(private readonly now: () => number = Date.now) {}

  /**
   * Verifies a token unless it has been verified for the same service URL and channel.
   * @param expiry of the token, in seconds since 1970.
   * @param verify throws for a token that must not be accepted, which is never remembered.
   */
  async verified(
    {
      authorization,
      serviceUrl,
      channelId,
    }: { authorization: string; serviceUrl: string; channelId: string },
    expiry: number,
    verify: () => Promise<Result>,
  ): Promise<Result> {
    const key = createHash('sha256')
      .update(JSON.stringify([authorization, serviceUrl, channelId]))
      .digest('base64');
    const known = this.#known.get(key);
    if (known && this.now() < known.until) return known.result;
    this.#known.delete(key);
    const result = await verify();
    this.#known.set(key, { result, until: expiry * 1_000 });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return result;
  }
}
