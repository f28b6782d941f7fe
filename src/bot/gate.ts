/** The conditions that an activity has to meet before it becomes a turn. */
import type { InboundActivity } from './activity.js';
import type { Admission } from './adapter.js';

const CHANNEL = 'msteams';

/** Admits only Teams, and only the hosts of Teams: replies to a service URL carry our credentials. */
export function createAdmission(mayServe: (serviceUrl: URL) => boolean): Admission {
  return ({ channelId, serviceUrl }) => channelId === CHANNEL && mayServe(new URL(serviceUrl));
}

/** Accepts any port of this machine; for local mode. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** Accepts one of the hosts, or a subdomain of it, over TLS. */
export function isHostOf(hosts: readonly string[]): (url: URL) => boolean {
  return ({ protocol, hostname }) =>
    protocol === 'https:' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/**
 * Returns true when the activity comes from an allowed tenant. Teams names the tenant in the channel data and in
 * the conversation; where both stand, they must agree.
 */
export function isInsider(
  { channelData, conversation }: Pick<InboundActivity, 'channelData' | 'conversation'>,
  tenants: readonly string[],
): boolean {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((id) => id !== undefined);
  const [tenant = '', ...others] = named.map((id) => id.toLowerCase());
  return tenants.includes(tenant) && others.every((other) => other === tenant);
}
