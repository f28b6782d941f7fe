import { z } from 'zod';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Tables } from '../../../platform/storage/tables.js';

/** After that, a question stands for itself. */
const REMEMBERED_MS = 30 * 60_000;
const ROW = 'last-answer';

const row = z.object({
  kind: z.enum(['answer', 'suggestions', 'offer', 'none']).default('answer'),
  sectionId: z.string(),
  shown: z.number(),
  ids: z.string().default(''),
  at: z.string(),
});

/** What somebody was told last, for the messages that build on it. Not what they wrote. */
export type LastSaid =
  /** A section, and how many of its examples have been shown. */
  | { kind: 'answer'; sectionId: string; shown: number }
  /** Sections to choose from, in their order. */
  | { kind: 'suggestions'; ids: string[] }
  /** A report was offered. */
  | { kind: 'offer' }
  | { kind: 'none' };

/** Kept in the table `Conversations`, partitioned by person; each answer takes the place of the one before. */
export class LastAnswers implements DataProvider {
  readonly name = 'lastAnswer';

  constructor(private readonly tables: Tables) {}

  async find(personId: string, now: Date): Promise<LastSaid | undefined> {
    const stored = await this.tables.get('Conversations', personId, ROW);
    if (!stored) return undefined;
    const { at, kind, sectionId, shown, ids } = row.parse(stored.row);
    if (now.getTime() - Date.parse(at) >= REMEMBERED_MS) return undefined;
    if (kind === 'answer') return { kind, sectionId, shown };
    return kind === 'suggestions' ? { kind, ids: ids.split(',') } : { kind };
  }

  async dataOf(personId: string): Promise<object[]> {
    const stored = await this.tables.get('Conversations', personId, ROW);
    if (!stored) return [];
    const { kind, sectionId, at } = row.parse(stored.row);
    return kind === 'answer' ? [{ section: sectionId, at }] : [];
  }

  async save(personId: string, last: LastSaid, now: Date): Promise<void> {
    const { kind } = last;
    const columns = {
      kind,
      sectionId: last.kind === 'answer' ? last.sectionId : '',
      shown: last.kind === 'answer' ? last.shown : 0,
      ids: last.kind === 'suggestions' ? last.ids.join(',') : '',
    };
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: ROW, ...columns, at: now.toISOString() },
    });
  }
}
