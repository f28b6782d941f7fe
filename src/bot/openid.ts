/** What Azure Bot Service publishes of itself. */
import { AuthenticationConstants } from 'botframework-connector';
import { z } from 'zod';

/** A probe waits 5 s. */
const PATIENCE_MS = 3_000;
const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string().exactOptional() })).min(1) });

/** The public keys that sign its tokens; a key may list the channels for which it is good (`endorsements`). */
export type KeySet = z.output<typeof keySet>;

/**
 * Reads the keys from where the metadata says that they are now.
 * @param openIdMetadataUrl of a mirror; by default its own.
 */
export async function readKeys(
  openIdMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
): Promise<KeySet> {
  const { jwks_uri } = metadata.parse(await readJson(openIdMetadataUrl));
  return keySet.parse(await readJson(jwks_uri));
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
