import { CloudAdapter } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import type { Logger } from '../platform/log.js';
import { type InboundActivity, parseActivity } from './activity.js';
import type { BotAuthentication } from './authentication.js';

export interface BotResponse {
  status: number;
  body?: unknown;
}

/** Answers a turn; the answer to an invoke goes back in the HTTP response. */
export type TurnHandler = (inbound: InboundActivity) => Promise<BotResponse>;

/** Decides by channel and service URL whether an activity is admitted, before its token is checked. */
export type Admission = (inbound: InboundActivity) => boolean;

/**
 * botbuilder's adapter with a parsed activity as its input and a status as its output. The SDK's `process`
 * reads the body without checking it and returns error messages to the caller.
 */
export class BotAdapter extends CloudAdapter {
  constructor(
    authentication: BotAuthentication,
    private readonly admits: Admission,
    private readonly handle: TurnHandler,
    private readonly log: Logger,
  ) {
    super(authentication);
  }

  /** @param body the parsed JSON of a POST to the messaging endpoint. */
  async receive(authorization: string, body: unknown): Promise<BotResponse> {
    const inbound = parseActivity(body);
    if (!inbound) return { status: 400 };
    if (!this.admits(inbound)) {
      this.log.warn({ channel: inbound.channelId }, 'activity not admitted');
      return { status: 403 };
    }
    try {
      let response: BotResponse = { status: 200 };
      await this.processActivity(authorization, body as Activity, async () => {
        response = await this.handle(inbound);
      });
      return response;
    } catch (error) {
      const status = statusOf(error);
      this.log[status === 401 ? 'warn' : 'error']({ err: error, status }, 'activity refused');
      return { status };
    }
  }
}

/** Returns 401 for an invalid token, 503 while the signing keys are unavailable, and 500 otherwise. */
function statusOf(error: unknown): number {
  if (error instanceof AuthenticationError && error.statusCode >= 500) return 503;
  if (error instanceof Error && error.name === 'FetchError') return 503;
  return isAuthenticationFailure(error) ? 401 : 500;
}

/** The JWT library reports an invalid signature with its own error classes. */
function isAuthenticationFailure(error: unknown): boolean {
  return (
    error instanceof AuthenticationError ||
    (error instanceof Error && /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(error.name))
  );
}
