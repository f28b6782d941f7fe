import { CloudAdapter } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import type { ProductionSettings } from '../settings.js';
import { BotAuthentication } from './authentication.js';
import { type ConnectorToken, Refused, type Sdk } from './sdk.js';

export class BotbuilderSdk extends CloudAdapter implements Sdk {
  readonly token: ConnectorToken;

  /** @param bot undefined in local mode, which authenticates nobody and listens on loopback. */
  constructor(bot?: ProductionSettings['bot']) {
    const authentication = new BotAuthentication(bot);
    super(authentication);
    this.token = authentication.token;
  }

  async receive(authorization: string, activity: Activity, turn: () => Promise<void>): Promise<void> {
    let hasBegun = false;
    try {
      await this.processActivity(authorization, activity, () => {
        hasBegun = true;
        return turn();
      });
    } catch (error) {
      throw hasBegun ? error : refusalOf(error);
    }
  }
}

/** The SDK throws the errors of its own and of its libraries. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const isOurs = error instanceof AuthenticationError;
  if ((isOurs && error.statusCode >= 500) || error.name === 'FetchError') {
    return new Refused(503, { cause: error });
  }
  // The library of tokens reports an invalid signature with its own error classes.
  const isBad = isOurs || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(error.name);
  return isBad ? new Refused(401, { cause: error }) : error;
}
