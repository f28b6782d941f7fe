import { z } from 'zod';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Tables } from '../../../platform/storage/tables.js';

/** After this time, a message no longer counts as a follow-up. */
const REMEMBERED_MS = 30 * 60_000;
const ROW = 'last-answer';

const row = z.object({
  kind: z.enum(['answer', 'suggestions', 'offer', 'none']).default('answer'),
  listId: z.string().default(''),
  sectionId: z.string(),
  shown: z.number(),
  ids: z.string().default(''),
  at: z.string(),
});

/** The bot's last message to a person, to understand follow-ups. Never the person's own text. */
export type LastSaid =
  /** `shown`: number of examples shown so far. `listId`: the section whose list it was chosen from. */
  | { kind: 'answer'; sectionId: string; shown: number; listId?: string | undefined }
  /** The suggested sections, in order. */
  | { kind: 'suggestions'; ids: string[] }
  /** The offer to report. */
  | { kind: 'offer' }
  | { kind: 'none' };

/** In the table `Conversations`, partitioned by person; each answer replaces the previous one. */
export class LastAnswers implements DataProvider {
  readonly name = 'lastAnswer';

  constructor(private readonly tables: Tables) {}

  async find(personId: string, now: Date): Promise<LastSaid | undefined> {
    const kept = await this.#read(personId);
    return kept && now.getTime() - Date.parse(kept.at) < REMEMBERED_MS ? kept.last : undefined;
  }

  async dataOf(personId: string): Promise<object[]> {
    const kept = await this.#read(personId);
    if (!kept) return [];
    const { last, at } = kept;
    if (last.kind === 'answer') {
      return [{ said: last.kind, section: last.sectionId, examples: last.shown, at }];
    }
    return [{ said: last.kind, ...(last.kind === 'suggestions' && { sections: last.ids }), at }];
  }

  async save(personId: string, last: LastSaid, now: Date): Promise<void> {
    const { kind } = last;
    const columns = {
      kind,
      sectionId: last.kind === 'answer' ? last.sectionId : '',
      shown: last.kind === 'answer' ? last.shown : 0,
      listId: (last.kind === 'answer' && last.listId) || '',
      ids: last.kind === 'suggestions' ? last.ids.join(',') : '',
    };
    await this.tables.write('Conversations', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: ROW, ...columns, at: now.toISOString() },
    });
  }

  async #read(personId: string): Promise<{ last: LastSaid; at: string } | undefined> {
    const stored = await this.tables.get('Conversations', personId, ROW);
    if (!stored) return undefined;
    const { at, kind, sectionId, shown, listId, ids } = row.parse(stored.row);
    if (kind === 'answer') return { last: { kind, sectionId, shown, ...(listId && { listId }) }, at };
    return { last: kind === 'suggestions' ? { kind, ids: ids.split(',') } : { kind }, at };
  }
}
