import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  type AppCredentials,
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { type Activity, CallerIdConstants, StatusCodes } from 'botframework-schema';
import { z } from 'zod';
import type { ProductionSettings } from '../settings.js';

/** Extensions that a token declares critical are unknown to the SDK, and RFC 7515 asks to refuse such a token. */
const header = z.object({ crit: z.never().optional() });
/** The SDK checks an expiry only where there is one. */
const claims = z.object({ iss: z.string(), exp: z.number() });

/** Returns a token for the Bot Connector; undefined in local mode. */
export type ConnectorToken = () => Promise<string | undefined>;

/**
 * The SDK's authentication of incoming requests. `connector.ts` sends outgoing requests, so this class leaves
 * out the clients that the SDK would build in each turn and that nothing would use.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly token: ConnectorToken;
  readonly #isOpen: boolean;

  /** @param bot undefined in local mode, which authenticates nobody and listens on loopback. */
  constructor(bot?: ProductionSettings['bot']) {
    const credentials = new ConfigurationServiceClientCredentialFactory(
      bot && {
        MicrosoftAppId: bot.appId,
        MicrosoftAppPassword: bot.password,
        MicrosoftAppTenantId: bot.tenantId,
        MicrosoftAppType: bot.type,
      },
    );
    super(bot?.openIdMetadataUrl ? addressesWith(bot.openIdMetadataUrl) : {}, credentials);
    this.#isOpen = bot === undefined;
    this.token = async () => {
      if (!bot) return undefined;
      const client = await credentials.createCredentials(
        bot.appId,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        AuthenticationConstants.ToChannelFromBotLoginUrl,
        true,
      );
      // All kinds of credentials have this class. It caches the token until shortly before it expires.
      return (client as AppCredentials).getToken();
    };
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    if (!this.#isOpen && issuerOf(authorization) !== AuthenticationConstants.ToBotFromChannelTokenIssuer) {
      throw new AuthenticationError('not issued by the channel', StatusCodes.UNAUTHORIZED);
    }
    const result = await super.authenticateRequest(activity, authorization);
    const bound = result.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
    if (!this.#isOpen && bound !== activity.serviceUrl) {
      throw new AuthenticationError('not bound to the service URL', StatusCodes.UNAUTHORIZED);
    }
    return { ...result, connectorFactory: new NoConnectors() };
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

/**
 * Returns the issuer that the token claims, before its signature is checked; undefined for a token that must not
 * be accepted no matter who signed it. The SDK also accepts tokens of the Bot Framework Emulator and of skills, which are
 * not bound to a service URL, and it adds the tenant of such a token to a list of issuers that it never shortens.
 */
function issuerOf(authorization: string): string | undefined {
  try {
    const [, head, payload] = /^Bearer ([^.]+)\.([^.]+)\.[^.]*$/.exec(authorization) ?? [];
    header.parse(partOf(head));
    return claims.parse(partOf(payload)).iss;
  } catch {
    return undefined;
  }
}

function partOf(part = ''): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

/**
 * The SDK takes either all of its addresses or none. Returns those of the public cloud, with the keys from
 * elsewhere.
 */
function addressesWith(openIdMetadataUrl: string): Record<string, string> {
  const known = AuthenticationConstants;
  return {
    ToChannelFromBotLoginUrl: known.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: known.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: known.ToBotFromChannelTokenIssuer,
    OAuthUrl: known.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
}

class NoConnectors extends ConnectorFactory {
  override async create(): Promise<ConnectorClient> {
    return {} as ConnectorClient;
  }
}
