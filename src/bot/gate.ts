/** What has to hold before an activity becomes a turn. */
import { createHash } from 'node:crypto';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/log.js';
import { insertNew } from '../platform/storage/conditional.js';
import type { Tables } from '../platform/storage/tables.js';
import type { InboundActivity } from './activity.js';
import type { Admission } from './adapter.js';

const CHANNEL = 'msteams';

/** Only Teams, and only from hosts that Teams answers at, for what is said there carries our credentials. */
export function createAdmission(mayServe: (serviceUrl: URL) => boolean): Admission {
  return ({ channelId, serviceUrl }) => channelId === CHANNEL && mayServe(new URL(serviceUrl));
}

/** Any port of this machine, as local mode allows. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** One of the hosts, or a name below it, over TLS. */
export function isHostOf(hosts: readonly string[]): (url: URL) => boolean {
  return ({ protocol, hostname }) =>
    protocol === 'https:' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Whether the activity comes from somebody of an allowed tenant. */
export function isInsider(inbound: InboundActivity, tenants: readonly string[]): boolean {
  const tenant = inbound.channelData?.tenant?.id ?? inbound.conversation.tenantId;
  return tenant !== undefined && tenants.includes(tenant.toLowerCase());
}

/** Remembers the activities that were seen, in the table `Activities`, partitioned by day. */
export class SeenActivities {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * True the first time an activity comes in. When storage does not answer, it counts as new: a question
   * may be answered twice, while a report is made once by the id of its draft.
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
