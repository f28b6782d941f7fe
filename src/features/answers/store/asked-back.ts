/** What the bot asked back, and what was chosen. Stored anonymously. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { monthsBetween } from '../../../platform/calendar/days.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { redact } from '../../../platform/text/redact.js';

const PREFIX = 'asked:';
const MAX_LENGTH = 500;

const row = z.object({
  text: z.string(),
  offered: z.string(),
  chosen: z.string().default(''),
  at: z.string(),
});

export interface Asked {
  /** Empty when it may be about people. */
  text: string;
  /** What was offered, the likeliest first. */
  offered: string[];
  /** Empty when nothing was chosen. */
  chosen: string;
  /** ISO 8601. */
  at: string;
}

/** In the table `Feedback`, partitioned by month. */
export class AskedBack {
  constructor(private readonly tables: Tables) {}

  async save(asked: {
    text: string;
    offered: readonly string[];
    activityId: string;
    at: Date;
  }): Promise<void> {
    const { text, offered, activityId, at } = asked;
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: {
        ...keyOf(activityId, at),
        text: redact(text).slice(0, MAX_LENGTH).toWellFormed(),
        offered: offered.join(','),
        chosen: '',
        at: at.toISOString(),
      },
    });
  }

  /** The choice of somebody who waited until the next month is not kept. */
  async choose(activityId: string, chosen: string, now: Date): Promise<void> {
    const { partitionKey, rowKey } = keyOf(activityId, now);
    const stored = await this.tables.get('Feedback', partitionKey, rowKey);
    if (!stored) return;
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: { partitionKey, rowKey, ...row.parse(stored.row), chosen },
    });
  }

  async since(from: Date, now: Date): Promise<Asked[]> {
    const found: Asked[] = [];
    for (const month of monthsBetween(monthOf(from), monthOf(now))) {
      for await (const stored of rowsOf(this.tables, 'Feedback', month, PREFIX)) {
        const { offered, ...asked } = row.parse(stored.row);
        if (asked.at >= from.toISOString()) found.push({ ...asked, offered: offered.split(',') });
      }
    }
    return found;
  }
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7);

function keyOf(activityId: string, at: Date) {
  const id = createHash('sha256').update(activityId).digest('hex');
  return { partitionKey: monthOf(at), rowKey: `${PREFIX}${id}` };
}
