/** Checks the tokens with which Teams says who looks at the tab: access tokens of Entra for the tab's registration. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.js';
import type { TabSettings } from '../../../settings.js';

/** The permission that the registration offers, and Teams asks for. */
const SCOPE = 'access_as_user';
/** The clocks of two servers. */
const SKEW_SECONDS = 300;
const PATIENCE_MS = 3_000;
/** What jose says of a bad token; anything else means that it could not be checked. */
const REFUSALS = /^ERR_(JW[ST]_|JOSE_(ALG_NOT_ALLOWED|NOT_SUPPORTED)$|JWKS_(NO|MULTIPLE)_MATCHING_KEYS?$)/;

/**
 * The clients in which Microsoft documents the single sign-on of a tab: Teams on desktops and phones, and on the web;
 * Microsoft 365 on the web, and on desktops; Outlook on desktops (with Microsoft 365 on phones), on the web, and on phones.
 * The registration authorises the same: docs/deploy.md.
 */
const CLIENTS = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]);

/** A token of version 2 names its client as `azp`, one of version 1 as `appid`. */
const claims = z
  .object({
    oid: z.guid(),
    tid: z.string(),
    scp: z.string(),
    azp: z.string().optional(),
    appid: z.string().optional(),
  })
  .refine(({ azp, appid = '' }) => CLIENTS.has((azp ?? appid).toLowerCase()));

export class EntraTokens {
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(
    private readonly settings: TabSettings,
    private readonly clock: Clock,
  ) {
    this.#keys = createRemoteJWKSet(new URL(settings.keysUrl), { timeoutDuration: PATIENCE_MS });
  }

  /**
   * The Entra id of the person who a token is of; undefined for a token that must not be accepted.
   * @throws when the keys cannot be loaded.
   */
  async personOf(token: string): Promise<string | undefined> {
    const { appId, uri, tenantId } = this.settings;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        algorithms: ['RS256'],
        audience: [appId, uri],
        // Of tokens of version 2, and of version 1, which a registration may still ask for.
        issuer: [
          `https://login.microsoftonline.com/${tenantId}/v2.0`,
          `https://sts.windows.net/${tenantId}/`,
        ],
        requiredClaims: ['exp'],
        clockTolerance: SKEW_SECONDS,
        currentDate: this.clock(),
      });
      const { success, data } = claims.safeParse(payload);
      if (!success || data.tid.toLowerCase() !== tenantId) return undefined;
      return data.scp.split(' ').includes(SCOPE) ? data.oid.toLowerCase() : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError && REFUSALS.test(error.code)) return undefined;
      throw error;
    }
  }
}
