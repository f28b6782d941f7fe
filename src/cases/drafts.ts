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
/** What every row tells; `sent` is there once the draft has become a case, and of the draft nothing else is then. */
const touchedRow = z.object({ rowKey: z.string(), savedAt: z.string(), sent: z.boolean().optional() });
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

/** A draft that somebody was at, or the case that it has become, whose id is the same. */
export interface Touched {
  id: string;
  /** ISO 8601. */
  at: string;
  /** Undefined once it is sent. */
  draft?: Draft;
}

/** Drafts in the table `Drafts`, partitioned by their writer: nobody can reach another's. */
export class Drafts {
  constructor(
    private readonly tables: Tables,
    private readonly clock: Clock,
  ) {}

  async find(personId: string, id: string): Promise<Draft | undefined> {
    const stored = await this.tables.get('Drafts', personId, id);
    return stored && toTouched(stored).draft;
  }

  /** What a person has written or sent, the last first, as long as drafts are kept. */
  async touchedBy(personId: string): Promise<Touched[]> {
    const touched: Touched[] = [];
    for await (const stored of rowsOf(this.tables, 'Drafts', personId)) touched.push(toTouched(stored));
    return touched.sort((a, b) => b.at.localeCompare(a.at));
  }

  /** Drafts that nobody has touched since a moment, whoever wrote them. Reads the whole table. */
  async *untouchedSince(moment: Date): AsyncGenerator<{ personId: string; id: string }> {
    for await (const personId of this.tables.partitions('Drafts')) {
      for await (const { row } of rowsOf(this.tables, 'Drafts', personId)) {
        if (touchedRow.parse(row).savedAt < moment.toISOString()) yield { personId, id: row.rowKey };
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

  /** Leaves of a draft only that it was sent, so that what comes next from the same person finds the case. */
  async markSent(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', {
      kind: 'upsert',
      row: { partitionKey: personId, rowKey: id, sent: true, savedAt: this.clock().toISOString() },
    });
  }

  async remove(personId: string, id: string): Promise<void> {
    await this.tables.write('Drafts', { kind: 'delete', partitionKey: personId, rowKey: id });
  }
}

function toTouched(stored: StoredRow): Touched {
  const { rowKey: id, savedAt: at, sent } = touchedRow.parse(stored.row);
  return sent ? { id, at } : { id, at, draft: toDraft(stored) };
}

function toDraft({ row }: StoredRow): Draft {
  const { rowKey, efforts: list, evidence: files, ...columns } = draftRow.parse(row);
  return {
    ...columns,
    id: rowKey,
    efforts: efforts.parse(JSON.parse(list)),
    evidence: evidence.parse(JSON.parse(files)),
  };
}
