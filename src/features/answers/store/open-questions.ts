/** Unanswered questions, for the humanization team. Stored anonymously. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { monthsBetween } from '../../../platform/calendar/days.js';
import { rowsOf, type Tables } from '../../../platform/storage/tables.js';
import { redact } from '../../../platform/text/redact.js';

const MAX_LENGTH = 500;

const row = z.object({ text: z.string(), nearestId: z.string(), at: z.string() });

export interface OpenQuestion {
  text: string;
  /** The most similar section; empty for none. */
  nearestId: string;
  /** ISO 8601. */
  at: string;
}

/** In the table `Feedback`, partitioned by month, next to the feedback on answers. */
export class OpenQuestions {
  constructor(private readonly tables: Tables) {}

  async save(asked: { text: string; nearestId: string; activityId: string; at: Date }): Promise<void> {
    const { text, nearestId, activityId, at } = asked;
    await this.tables.write('Feedback', {
      kind: 'upsert',
      row: {
        partitionKey: monthOf(at),
        rowKey: `question:${createHash('sha256').update(activityId).digest('hex')}`,
        text: redact(text).slice(0, MAX_LENGTH).toWellFormed(),
        nearestId,
        at: at.toISOString(),
      },
    });
  }

  async since(from: Date, now: Date): Promise<OpenQuestion[]> {
    const found: OpenQuestion[] = [];
    for (const month of monthsBetween(monthOf(from), monthOf(now))) {
      for await (const stored of rowsOf(this.tables, 'Feedback', month, 'question:')) {
        const question = row.parse(stored.row);
        if (question.at >= from.toISOString()) found.push(question);
      }
    }
    return found.sort((a, b) => a.at.localeCompare(b.at));
  }
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7);
