import { z } from 'zod';
import type { Clock } from '../clock.js';
import { rowsOf, type StoredRow, type Tables } from '../storage/tables.js';
import { EFFORTS, type Evidence, SOURCES, TOPICS } from './case.js';
import { LEVELS, type Level } from './impact/assessment.js';

/** A report that is being written. Its id becomes the id of the case, so that sending twice is sending once. */
export interface Draft {
  id: string;
  narrative: string;
  /** Empty while it is left to the bot to propose. */
  topic: (typeof TOPICS)[number] | '';
  source: (typeof SOURCES)[number];
  place: string;
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: string;
  efforts: (typeof EFFORTS)[number][];
  confidential: boolean;
  /** Given when it is first sent, and kept, so that another try does not use up another. */
  number: string;
  /** Files that were sent while it was written. */
  evidence: Evidence[];
  /** What a hosted model raised the level to; `low` where it did not. */
  raisedTo: Level;
}

const draftRow = z.object({
  rowKey: z.string(),
  narrative: z.string(),
  topic: z.enum(['', ...TOPICS]),
  source: z.enum(SOURCES),
  place: z.string(),
  occurredOn: z.string(),
  efforts: z.string(),
  confidential: z.boolean(),
  number: z.string(),
  raisedTo: z.enum(LEVELS),
  evidence: z.string(),
});
const savedAt = z.object({ savedAt: z.string() });
const efforts = z.array(z.enum(EFFORTS));
const evidence = z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number() }));

export function emptyDraft(id: string): Draft {
  return {
    id,
    narrative: '',
    topic: '',
    source: 'moment-of-truth',
    place: '',
    occurredOn: '',
    efforts: [],
    confidential: false,
    number: '',
    evidence: [],
    raisedTo: 'low',
  };
}

/** Drafts in the table `Drafts`, partitioned by their writer: nobody can reach another's. */
export class Drafts {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    return stored && toDraft(stored);
  }

  /** The draft that this person has touched last, since a moment. */
  async latest(personId: string, since: Date): Promise<Draft | undefined> {
    const { rows } = await this.tables.page('Drafts', { partitionKey: personId, size: MOST_DRAFTS });
    const touched = rows
      .map((stored) => ({ stored, at: savedAt.parse(stored.row).savedAt }))
      .filter(({ at }) => at >= since.toISOString())
      .sort((a, b) => b.at.localeCompare(a.at));
    return touched[0] && toDraft(touched[0].stored);
  }

  /** All drafts of a person. */
  async of(personId: string): Promise<(Draft & { savedAt: string })[]> {
    const drafts: (Draft & { savedAt: string })[] = [];
    for await (const stored of rowsOf(this.tables, 'Drafts', personId)) {
      drafts.push({ ...toDraft(stored), savedAt: savedAt.parse(stored.row).savedAt });
    }
    return drafts;
  }

  /** Drafts that nobody has touched since a moment, whoever wrote them. Reads the whole table. */
  async *untouchedSince(moment: Date): AsyncGenerator<{ personId: string; id: string }> {
    for await (const personId of this.tables.partitions('Drafts')) {
      for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
        if (savedAt.parse(row).savedAt < moment.toISOString()) yield { personId, id: row.rowKey };
      }
    }
  }

  async save(personId: string, draft: Draft): Promise<void> {
    const { id, efforts: list, evidence: files, ...columns } = draft;
    await this.tables.write('Drafts', {
      kind: 'upsert',
      row: {
        partitionKey: personId,
        rowKey: id,
        ...columns,
        efforts: JSON.stringify(list),
        evidence: JSON.stringify(files),
        savedAt: this.clock().toISOString(),
      },
    });
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }
}

/** Nobody has more reports half written. */
const MOST_DRAFTS = 100;

function toDraft({ row }: StoredRow): Draft {
  const { rowKey, efforts: list, evidence: files, ...columns } = draftRow.parse(row);
  return {
    ...columns,
    id: rowKey,
    efforts: efforts.parse(JSON.parse(list)),
    evidence: evidence.parse(JSON.parse(files)),
  };
}
