/** What the bot needs so that Teams trusts it and it trusts Teams: its own token, and the keys that check tokens of Teams. */
import type { Logger } from '../platform/log.js';
import type { ProductionSettings } from '../settings.js';
import { readKeys } from './openid.js';
import type { ConnectorToken } from './sdk.js';

/** A probe waits 5 s. */
const PATIENCE_MS = 3_000;
const KEYS_EVERY_MS = 60_000;
/** The SDK keeps the keys for a day, so a short outage of their server harms nobody. */
const KEYS_GOOD_FOR_MS = 3_600_000;

export interface TrustParts {
  token: ConnectorToken;
  bot: Pick<ProductionSettings['bot'], 'openIdMetadataUrl'>;
  log: Logger;
  /** Milliseconds that only go forward. */
  now?: () => number;
}

export class Trust {
  #keysSeenAt = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;

  constructor(private readonly parts: TrustParts) {
    this.#now = parts.now ?? (() => performance.now());
  }

  /** What is missing; empty when Teams and the bot can talk to each other. */
  async problems(): Promise<string[]> {
    const [hasToken, hasKeys] = await Promise.all([this.#hasToken(), this.#hasKeys()]);
    return [...(hasToken ? [] : ['the token for Teams']), ...(hasKeys ? [] : ['the keys of Teams'])];
  }

  async #hasToken(): Promise<boolean> {
    return this.#works('the token for Teams is refused', async () => {
      const late = AbortSignal.timeout(PATIENCE_MS);
      await Promise.race([
        this.parts.token(),
        new Promise((_resolve, reject) => late.addEventListener('abort', () => reject(late.reason))),
      ]);
    });
  }

  async #hasKeys(): Promise<boolean> {
    const age = this.#now() - this.#keysSeenAt;
    if (age < KEYS_EVERY_MS) return true;
    const isThere = await this.#works('the keys of Teams cannot be read', () =>
      readKeys(this.parts.bot.openIdMetadataUrl),
    );
    if (isThere) this.#keysSeenAt = this.#now();
    return isThere || age < KEYS_GOOD_FOR_MS;
  }

  async #works(complaint: string, attempt: () => Promise<unknown>): Promise<boolean> {
    try {
      await attempt();
      return true;
    } catch (error) {
      this.parts.log.error({ err: error }, complaint);
      return false;
    }
  }
}
