import { z } from 'zod';
import type { Tables } from '../storage/tables.js';
import { EFFORTS, SOURCES } from './case.js';

/** A report that is being written. Its id becomes the id of the case, so that sending twice is sending once. */
export interface Draft {
  id: string;
  narrative: string;
  topic: 'information' | 'behaviour';
  source: (typeof SOURCES)[number];
  place: string;
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: string;
  efforts: (typeof EFFORTS)[number][];
  confidential: boolean;
  /** Given when it is first sent, and kept, so that another try does not use up another. */
  number: string;
}

const draftRow = z.object({
  rowKey: z.string(),
  narrative: z.string(),
  topic: z.enum(['information', 'behaviour']),
  source: z.enum(SOURCES),
  place: z.string(),
  occurredOn: z.string(),
  efforts: z.string(),
  confidential: z.boolean(),
  number: z.string(),
});
const efforts = z.array(z.enum(EFFORTS));

export function emptyDraft(id: string): Draft {
  return {
    id,
    narrative: '',
    topic: 'behaviour',
    source: 'moment-of-truth',
    place: '',
    occurredOn: '',
    efforts: [],
    confidential: false,
    number: '',
  };
}

/** Drafts in the table `Drafts`, partitioned by their writer: nobody can reach another's. */
export class Drafts {
  constructor(private readonly tables: Tables) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    if (!stored) return undefined;
    const { rowKey, efforts: json, ...columns } = draftRow.parse(stored.row);
    return { ...columns, id: rowKey, efforts: efforts.parse(JSON.parse(json)) };
  }

  async save(personId: string, draft: Draft): Promise<void> {
    const { id, efforts: list, ...columns } = draft;
    await this.tables.write('Drafts', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: id, ...columns, efforts: JSON.stringify(list) },
    });
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }
}
