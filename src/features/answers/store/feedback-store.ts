import { createHash } from 'node:crypto';
import { z } from 'zod';
import { monthsBetween } from '../../../platform/calendar/days.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { redact } from '../../../platform/text/redact.js';

export interface Feedback {
  /** The message with the answer. Each message has one opinion: the last one. */
  messageId: string;
  sectionId: string;
  useful: boolean;
  comment?: string | undefined;
  at: Date;
}

const row = z.object({ sectionId: z.string(), useful: z.boolean(), comment: z.string(), at: z.string() });
export type Opinion = z.output<typeof row>;

/** Anonymous feedback on answers; table `Feedback`, partitioned by month. */
export class FeedbackStore {
  constructor(private readonly tables: Tables) {}

  async save({ messageId, sectionId, useful, comment, at }: Feedback): Promise<void> {
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: {
        partitionKey: monthOf(at),
        rowKey: createHash('sha256').update(messageId).digest('hex'),
        at: at.toISOString(),
        sectionId,
        useful,
        comment: redact(comment ?? ''),
      },
    });
  }

  async since(from: Date, now: Date): Promise<Opinion[]> {
    const found: Opinion[] = [];
    for (const month of monthsBetween(monthOf(from), monthOf(now))) {
      for await (const stored of rowsOf(this.tables, 'Feedback', month)) {
        // What else is in the table has other columns.
        const opinion = row.safeParse(stored.row);
        if (opinion.success && opinion.data.at >= from.toISOString()) found.push(opinion.data);
      }
    }
    return found;
  }
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7);
