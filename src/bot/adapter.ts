import type { Activity } from 'botframework-schema';
import type { NewId } from '../platform/clock.js';
import type { Logger } from '../platform/log.js';
import { type InboundActivity, parseActivity } from './activity.js';
import { Refused, type Sdk } from './sdk.js';

export interface BotResponse {
  status: number;
  body?: unknown;
}

/** Answers a turn; the answer to an invoke goes back in the HTTP response. */
export type TurnHandler = (inbound: InboundActivity) => Promise<BotResponse>;

/** Decides by channel and service URL whether an activity is admitted, before its token is checked. */
export type Admission = (inbound: InboundActivity) => boolean;

/** A parsed activity as its input and a status as its output, around the SDK that checks who sends it. */
export class BotAdapter {
  constructor(
    private readonly sdk: Pick<Sdk, 'receive'>,
    private readonly admits: Admission,
    private readonly handle: TurnHandler,
    private readonly newId: NewId,
    private readonly log: Logger,
  ) {}

  /** @param body the parsed JSON of a POST to the messaging endpoint. */
  async receive(authorization: string, body: unknown): Promise<BotResponse> {
    const inbound = parseActivity(body, this.newId);
    if (!inbound) return { status: 400 };
    if (!this.admits(inbound)) {
      this.log.warn({ channel: inbound.channelId }, 'activity not admitted');
      return { status: 403 };
    }
    try {
      let response: BotResponse = { status: 200 };
      await this.sdk.receive(authorization, body as Activity, async () => {
        response = await this.handle(inbound);
      });
      return response;
    } catch (error) {
      const status = error instanceof Refused ? error.status : 500;
      this.log[status === 401 ? 'warn' : 'error']({ err: error, status }, 'activity refused');
      return { status };
    }
  }
}
