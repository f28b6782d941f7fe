/** What somebody wrote where others read along, while the bot asks what it means: the card there does not carry it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addMilliseconds, type Clock } from '../../../platform/clock.js';
import type { Tables } from '../../../platform/storage/tables.js';
import type { Turn } from '../../../turn.js';

/** Until the person is back in the channel. */
const LIFETIME_MS = 24 * 3_600_000;
/** Under the service's limit of a property, also when it is encrypted. */
const MAX_UNITS = 8_000;
const ROW_KEY = 'words';

const row = z.object({ personId: z.string(), expiresAt: z.string(), content: z.string() });

type Asked = Pick<Turn, 'actor' | 'conversation' | 'activityId'>;

/** Rows of the table `Tickets`, encrypted, which the nightly sweep deletes. */
export class AskedWords {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async keep(turn: Asked & Pick<Turn, 'text'>): Promise<void> {
    const content = turn.text.slice(0, MAX_UNITS).toWellFormed();
    const expiresAt = addMilliseconds(this.clock(), LIFETIME_MS).toISOString();
    await this.tables.write('Tickets', {
      kind: 'upsert',
      row: { ...keyOf(turn), personId: turn.actor.id, expiresAt, content },
    });
  }

  /** The words of that activity; undefined when they have expired, or somebody else wrote them. */
  async find(turn: Asked): Promise<string | undefined> {
    const { partitionKey, rowKey } = keyOf(turn);
    const stored = await this.tables.get('Tickets', partitionKey, rowKey);
    if (!stored) return undefined;
    const { personId, expiresAt, content } = row.parse(stored.row);
    const isOpen = Date.parse(expiresAt) > this.clock().getTime();
    return isOpen && personId === turn.actor.id ? content : undefined;
  }
}

function keyOf({ conversation, activityId }: Asked): { partitionKey: string; rowKey: string } {
  const hash = createHash('sha256')
    .update(JSON.stringify([conversation.id, activityId]))
    .digest('hex');
  return { partitionKey: `words:${hash}`, rowKey: ROW_KEY };
}
