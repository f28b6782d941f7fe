import { z } from 'zod';
import type { DataProvider } from '../people/data-provider.js';
import type { Tables } from '../storage/tables.js';

/** After that, a question stands for itself. */
const REMEMBERED_MS = 30 * 60_000;
const ROW = 'last-answer';

const row = z.object({ sectionId: z.string(), shown: z.number(), at: z.string() });

/** What somebody was answered last, for the questions that build on it. Not what they asked. */
export interface LastAnswer {
  sectionId: string;
  /** How many of its examples have been shown. */
  shown: number;
}

/** Kept in the table `Conversations`, partitioned by person; each answer takes the place of the one before. */
export class LastAnswers implements DataProvider {
  readonly name = 'lastAnswer';

  constructor(private readonly tables: Tables) {}

  async find(personId: string, now: Date): Promise<LastAnswer | undefined> {
    const stored = await this.tables.get('Conversations', personId, ROW);
    if (!stored) return undefined;
    const { at, ...last } = row.parse(stored.row);
    return now.getTime() - Date.parse(at) < REMEMBERED_MS ? last : undefined;
  }

  async dataOf(personId: string): Promise<object[]> {
    const stored = await this.tables.get('Conversations', personId, ROW);
    if (!stored) return [];
    const { sectionId, at } = row.parse(stored.row);
    return [{ section: sectionId, at }];
  }

  async save(personId: string, last: LastAnswer, now: Date): Promise<void> {
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: ROW, ...last, at: now.toISOString() },
    });
  }
}
