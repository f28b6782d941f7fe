import { AuthType, CloudAdapter, MsalTokenProvider } from '@microsoft/agents-hosting';
import type { Activity } from 'botframework-schema';
import { BoundedCache } from '../platform/bounded-cache.js';
import { steadyClock } from '../platform/clock.js';
import type { ProductionSettings } from '../settings.js';

const CONNECTOR = 'https://api.botframework.com';
/** Much less than a token is good for. */
const SHARED_MS = 10_000;

/** The adapter of the Microsoft 365 Agents SDK, without the clients that it would make in each turn and that nothing would use. */
export class AgentsAdapter extends CloudAdapter {
  /** Returns a token for the Bot Connector, which is kept while it is good. */
  readonly token: () => Promise<string>;

  constructor({ appId: clientId, tenantId, type, password: clientSecret }: ProductionSettings['bot']) {
    const isManaged = type === 'UserAssignedMSI';
    const identity = {
      clientId,
      tenantId,
      ...(isManaged ? { authType: AuthType.UserManagedIdentity } : clientSecret && { clientSecret }),
    };
    super(identity);
    const provider = new MsalTokenProvider(identity);
    const scope = isManaged ? CONNECTOR : `${CONNECTOR}/.default`;
    // The provider keeps a token, and asks once for each request while it has none. One that does not answer is not waited for.
    const asked = new BoundedCache<string>(steadyClock, { entries: 1, ms: SHARED_MS });
    this.token = () => asked.get(scope, () => provider.getAccessToken(scope));
  }

  /** Runs the turn of an activity whose sender is known. @throws what the turn throws. */
  async run(activity: Activity, claims: Record<string, unknown>, turn: () => Promise<void>): Promise<void> {
    let outcome: 'none' | 'done' | { error: unknown } = 'none';
    // The turn reads our own parsing. The SDK refuses what Teams may send, such as null, so that it gets what it needs.
    const { type, id, channelId, serviceUrl, conversation } = activity;
    const needed = { type, id, channelId, serviceUrl, conversation: { id: conversation.id } };
    const request = { method: 'POST', headers: {}, body: needed, user: claims };
    await this.process(request, silence, async () => {
      // What is thrown here, the adapter would tell the person in words of its own.
      outcome = await turn().then(
        () => 'done' as const,
        (error: unknown) => ({ error }),
      );
    });
    const ended = outcome as 'none' | 'done' | { error: unknown };
    if (ended === 'none') throw new TypeError('the SDK does not take the activity');
    if (ended !== 'done') throw ended.error;
  }

  protected override resolveIfConnectorClientIsNeeded(): boolean {
    return false;
  }

  protected override async createUserTokenClient(): ReturnType<CloudAdapter['createUserTokenClient']> {
    return {} as Awaited<ReturnType<CloudAdapter['createUserTokenClient']>>;
  }
}

/** The answer is ours to give. */
const silence: Parameters<CloudAdapter['process']>[1] = {
  status: () => silence,
  setHeader: () => silence,
  send: () => silence,
  end: () => silence,
  headersSent: false,
  writableEnded: false,
};
