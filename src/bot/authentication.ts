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
import type { ConnectorToken } from './sdk.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Extensions that a token declares critical are unknown to the SDK, and RFC 7515 asks to refuse such a token. */
const header = z.object({ crit: z.never().optional() });
/** The SDK checks an expiry only where there is one. */
const claims = z.object({ iss: z.string(), exp: z.number() });

/**
 * The SDK's authentication of incoming requests. `connector.ts` sends outgoing requests, so this class leaves
 * out the clients that the SDK would build in each turn and that nothing would use.
 */
export class BotAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly token: ConnectorToken;
  readonly #isOpen: boolean;
  readonly #verified = new VerifiedTokens<AuthenticateRequestResult>();

  /** @param bot undefined in local mode, which authenticates nobody and listens on loopback. */
  constructor(bot?: ProductionSettings['bot']) {
    const credentials = new ConfigurationServiceClientCredentialFactory(
      bot && {
        MicrosoftAppId: bot.appId,
        ...(bot.password && { MicrosoftAppPassword: bot.password }),
        MicrosoftAppTenantId: bot.tenantId,
        MicrosoftAppType: bot.type,
      },
    );
    super(bot?.openIdMetadataUrl ? addressesWith(bot.openIdMetadataUrl) : {}, credentials);
    this.#isOpen = bot === undefined;
    // Making a client costs as much as understanding a question; it is made once, and keeps its token itself.
    let client: Promise<AppCredentials> | undefined;
    const clientOf = async ({ appId }: ProductionSettings['bot']) =>
      (await credentials.createCredentials(
        appId,
        AuthenticationConstants.ToChannelFromBotOAuthScope,
        AuthenticationConstants.ToChannelFromBotLoginUrl,
        true,
      )) as AppCredentials;
    this.token = async () => {
      if (!bot) return undefined;
      client ??= clientOf(bot).catch((error: unknown) => {
        client = undefined;
        throw error;
      });
      return (await client).getToken();
    };
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    if (this.#isOpen) return this.#authenticate(activity, authorization);
    const { iss, exp } = claimsIn(authorization) ?? {};
    if (iss !== AuthenticationConstants.ToBotFromChannelTokenIssuer || exp === undefined) {
      throw new AuthenticationError('not issued by the channel', StatusCodes.UNAUTHORIZED);
    }
    const { serviceUrl, channelId } = activity;
    return this.#verified.verified({ authorization, serviceUrl, channelId }, exp, async () => {
      const result = await this.#authenticate(activity, authorization);
      const bound = result.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
      if (bound === serviceUrl) return result;
      throw new AuthenticationError('not bound to the service URL', StatusCodes.UNAUTHORIZED);
    });
  }

  async #authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    return { ...result, connectorFactory: new NoConnectors() };
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return {} as UserTokenClient;
  }
}

/**
 * Returns what the token claims, before its signature is checked; undefined for a token that must
 * not be accepted no matter who signed it. The SDK also accepts tokens of the Bot Framework Emulator and of skills, which are
 * not bound to a service URL, and it adds the tenant of such a token to a list of issuers that it never shortens.
 */
function claimsIn(authorization: string): z.output<typeof claims> | undefined {
  try {
    const [, head, payload] = /^Bearer ([^.]+)\.([^.]+)\.[^.]*$/.exec(authorization) ?? [];
    header.parse(partOf(head));
    return claims.parse(partOf(payload));
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
