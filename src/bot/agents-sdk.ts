/** The successor of botbuilder, chosen by `BOT_SDK=agents` and loaded only then. */
import type { Activity } from 'botframework-schema';
import type { ProductionSettings } from '../settings.js';
import { ChannelTokens } from './channel-tokens.js';
import type { ConnectorToken, Sdk } from './sdk.js';

export class AgentsSdk implements Sdk {
  readonly token: ConnectorToken;
  readonly #tokens: ChannelTokens;
  readonly #adapter: Promise<import('./agents-adapter.js').AgentsAdapter>;

  constructor(bot: ProductionSettings['bot']) {
    this.#tokens = new ChannelTokens(bot);
    this.#adapter = import('./agents-adapter.js').then(({ AgentsAdapter }) => new AgentsAdapter(bot));
    this.token = async () => (await this.#adapter).token();
  }

  /** The SDK's own check takes its keys from one address only, and accepts tokens of others than the channel. */
  async receive(authorization: string, activity: Activity, turn: () => Promise<void>): Promise<void> {
    const claims = await this.#tokens.verify(authorization, activity);
    await (await this.#adapter).run(activity, claims, turn);
  }
}
