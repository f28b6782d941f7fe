import { createHash } from 'node:crypto';
import type { Tables } from '../../../platform/storage/tables.js';

export interface Feedback {
  /** The message with the answer. Each message has one opinion: the last one. */
  messageId: string;
  sectionId: string;
  useful: boolean;
  comment?: string;
  at: Date;
}

/** Anonymous feedback on answers; table `Feedback`, partitioned by month. */
export class FeedbackStore {
  constructor(private readonly tables: Tables) {}

  async save({ messageId, sectionId, useful, comment, at }: Feedback): Promise<void> {
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: {
        partitionKey: at.toISOString().slice(0, 7),
        rowKey: createHash('sha256').update(messageId).digest('hex'),
        at: at.toISOString(),
        sectionId,
        useful,
        comment: comment ?? '',
      },
    });
  }
}
