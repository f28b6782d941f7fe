/** The conditions that an activity has to meet before it becomes a turn. */
import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/log.js';
import { insertNew } from '../platform/storage/conditional.js';
import type { Tables } from '../platform/storage/tables.js';
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

/** Tells whether the activity comes from an allowed tenant. */
export function isInsider(inbound: InboundActivity, tenants: readonly string[]): boolean {
  const tenant = inbound.channelData?.tenant?.id ?? inbound.conversation.tenantId;
  return tenant !== undefined && tenants.includes(tenant.toLowerCase());
}

/** Remembers activities in the table `Activities`, partitioned by day. */
export class SeenActivities {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * Returns true the first time an activity arrives, and also when storage is unavailable: answering a
   * question twice is harmless, and the id of its draft keeps a report from being created twice.
   */
  async isNew(inbound: InboundActivity): Promise<boolean> {
    if (inbound.id === undefined) return true;
    const key = createHash('sha256').update(`${inbound.conversation.id}\n${inbound.id}`).digest('hex');
    const partitionKey = this.clock().toISOString().slice(0, 10);
    try {
      return await insertNew(this.tables, 'Activities', { partitionKey, rowKey: key });
    } catch (error) {
      this.log.warn({ err: error }, 'duplicates not checked');
      return true;
    }
  }
}
