/** What the bot needs of an SDK of Microsoft. There are two: botbuilder, and its successor (`BOT_SDK`). */
import type { Activity } from 'botframework-schema';

/** Returns a token for the Bot Connector; undefined in local mode. */
export type ConnectorToken = () => Promise<string | undefined>;

export interface Sdk {
  readonly token: ConnectorToken;
  /**
   * Checks who sends an activity, and runs its turn.
   * @throws Refused instead of running the turn; what the turn throws.
   */
  receive(authorization: string, activity: Activity, turn: () => Promise<void>): Promise<void>;
}

/** The request is not accepted: 401 for its token, 503 while tokens cannot be checked. */
export class Refused extends Error {
  constructor(
    readonly status: 401 | 503,
    options?: ErrorOptions,
  ) {
    super(status === 401 ? 'the token is not accepted' : 'tokens cannot be checked', options);
    this.name = 'Refused';
  }
}
