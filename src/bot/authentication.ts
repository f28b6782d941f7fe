import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  type AppCredentials,
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import type { ProductionSettings } from '../settings.js';

/** Gives the token that the Bot Connector asks for; undefined in local mode. */
export type ConnectorToken = () => Promise<string | undefined>;

/**
 * The SDK's authentication of what comes in. What goes out goes through `connector.ts`, so that the clients
 * that the SDK would build anew for each turn, and never be asked for anything, are left out.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly token: ConnectorToken;

  /** @param bot undefined in local mode, where nobody is authenticated and the process listens on loopback. */
  constructor(bot?: ProductionSettings['bot']) {
    const credentials = new ConfigurationServiceClientCredentialFactory(
      bot && {
        MicrosoftAppId: bot.appId,
        MicrosoftAppPassword: bot.password,
        MicrosoftAppTenantId: bot.tenantId,
        MicrosoftAppType: bot.type,
      },
    );
    super({}, credentials);
    this.token = async () => {
      if (!bot) return undefined;
      const client = await credentials.createCredentials(
        bot.appId,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        AuthenticationConstants.ToChannelFromBotLoginUrl,
        true,
      );
      // All kinds of credentials are of this class, which keeps the token until shortly before it expires.
      return (client as AppCredentials).getToken();
    };
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    return { ...result, connectorFactory: new NoConnectors() };
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

class NoConnectors extends ConnectorFactory {
  override async create(): Promise<ConnectorClient> {
    return {} as ConnectorClient;
  }
}
