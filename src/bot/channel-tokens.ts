/** Checks the tokens with which Azure Bot Service sends what happens in Teams, for an SDK that does not. */
import type { Activity } from 'botframework-schema';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { ChannelKeys } from './channel-keys.js';
import { readKeys } from './openid.js';
import { Refused } from './sdk.js';
import { VerifiedTokens } from './verified-tokens.js';

const ISSUER = 'https://api.botframework.com';
/** The clocks of two servers. */
const SKEW_SECONDS = 300;
/** What jose says of a bad token; anything else means that it could not be checked. */
const REFUSALS = /^ERR_(JW[ST]_|JOSE_(ALG_NOT_ALLOWED|NOT_SUPPORTED)$|JWKS_(NO|MULTIPLE)_MATCHING_KEYS?$)/;

export class ChannelTokens {
  readonly #verified = new VerifiedTokens<JWTPayload>();
  readonly #keys: ChannelKeys;

  /** @param now milliseconds that only go forward. */
  constructor(
    private readonly bot: { appId: string; openIdMetadataUrl?: string | undefined },
    now?: () => number,
  ) {
    this.#keys = new ChannelKeys(() => readKeys(bot.openIdMetadataUrl), now);
  }

  /**
   * Returns the claims of a token that is for this bot, this service URL and this channel.
   * @throws Refused
   */
  async verify(
    authorization: string,
    { serviceUrl, channelId }: Pick<Activity, 'serviceUrl' | 'channelId'>,
  ): Promise<JWTPayload> {
    const [, token] = /^Bearer (\S+)$/.exec(authorization) ?? [];
    if (token === undefined) throw new Refused(401);
    const expiry = expiryIn(token);
    if (expiry === undefined) throw new Refused(401);
    return this.#verified.verified({ authorization, serviceUrl, channelId }, expiry, async () => {
      const { payload, protectedHeader } = await this.#check(token);
      const key = this.#keys.withId(protectedHeader.kid);
      const { endorsements } = key ?? {};
      const isOfChannel = !Array.isArray(endorsements) || endorsements.includes(channelId);
      if (!key || !isOfChannel || payload.serviceurl !== serviceUrl) throw new Refused(401);
      return payload;
    });
  }

  async #check(token: string) {
    try {
      return await jwtVerify(token, this.#keys.find, {
        algorithms: ['RS256'],
        audience: this.bot.appId,
        issuer: ISSUER,
        requiredClaims: ['exp'],
        clockTolerance: SKEW_SECONDS,
      });
    } catch (error) {
      const isBad = error instanceof errors.JOSEError && REFUSALS.test(error.code);
      throw new Refused(isBad ? 401 : 503, { cause: error });
    }
  }
}

/** Before it is checked, so that a token without one is refused like any other. */
function expiryIn(token: string): number | undefined {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp?: unknown;
    };
    return typeof exp === 'number' ? exp : undefined;
  } catch {
    return undefined;
  }
}
