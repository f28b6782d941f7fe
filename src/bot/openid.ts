/** What Azure Bot Service publishes of itself. */
import { AuthenticationConstants } from 'botframework-connector';
import { z } from 'zod';

/** A probe waits 5 s. */
const PATIENCE_MS = 3_000;
const metadata = z.object({ jwks_uri: z.url() });

/** Returns the address of the keys that sign its tokens. @param openIdMetadataUrl of a mirror; by default its own. */
export async function keysUrlOf(
  openIdMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
): Promise<string> {
  return metadata.parse(await readJson(openIdMetadataUrl)).jwks_uri;
}

export async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
