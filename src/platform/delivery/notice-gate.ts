import type { Permit } from './carrier.js';
import { OUTSIDE, type OutboxItem } from './outbox.js';
import type { RateLimiter } from './rates.js';
import type { Priority } from './waiting-lines.js';

/** After this, a notice makes room for other work, and comes again when its turn is near. */
const PATIENCE_MS = 1_000;
/** When to check rows left to another instance. */
const LEFT_MS = 10_000;
/** When to ask again while this instance does not know the others. */
const UNKNOWN_MS = 2_000;

export interface NoticeGateParts {
  contacts: { find(personId: string): Promise<{ conversationId: string } | undefined> };
  instances: { readonly me: string; ownerOf(conversationId: string): string | undefined };
  rates: Pick<RateLimiter, 'hold'>;
  /** Tells another instance that a partition has notices for it. */
  leave: (to: string, partitionKey: string) => Promise<void>;
  /** Of notices that are not urgent. */
  priority: Priority;
}

/** Lets a notice pass when it may be sent, and if this is the instance to send it. */
export class NoticeGate {
  constructor(private readonly parts: NoticeGateParts) {}

  async permit({ target, urgent, partitionKey }: OutboxItem): Promise<Permit> {
    // Nothing is sent to Teams.
    if (target === '' || target.startsWith(OUTSIDE)) return { kind: 'now', release: () => undefined };
    const { contacts, instances, rates, leave, priority } = this.parts;
    const conversationId = (await contacts.find(target))?.conversationId ?? target;
    const owner = instances.ownerOf(conversationId);
    if (owner === undefined) return { kind: 'later', inMs: UNKNOWN_MS };
    if (owner !== instances.me) {
      await leave(owner, partitionKey);
      return { kind: 'later', inMs: LEFT_MS };
    }
    const held = await rates.hold(conversationId, urgent ? 'urgent' : priority, PATIENCE_MS);
    return typeof held === 'number' ? { kind: 'later', inMs: held } : { kind: 'now', release: held };
  }
}
