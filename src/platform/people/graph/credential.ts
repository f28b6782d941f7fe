import type { TokenCredential } from '@azure/identity';
import type { Clock } from '../../clock.js';
import { GraphClient } from './client.js';

/** Creates a client with a credential, which caches its token until shortly before it expires. */
export function graphBy(endpoint: string, credential: TokenCredential, clock: Clock): GraphClient {
  const scope = new URL('/.default', endpoint).href;
  const token = async () => {
    const got = await credential.getToken(scope);
    if (!got) throw new Error('no token for Graph');
    return got.token;
  };
  return new GraphClient({ endpoint, token, clock });
}
