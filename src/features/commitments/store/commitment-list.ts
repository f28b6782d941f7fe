/** The lists of commitments in the table `CaseIndex`: projections of the cases; nothing is decided by them. */
import { z } from 'zod';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import {
  agreedIn,
  commitmentRow,
  committedBy,
  DUE_PREFIX,
  FOLLOWED,
  type ListedCommitment,
} from '../../cases/index.js';

export interface CommitmentPage {
  commitments: ListedCommitment[];
  next?: string | undefined;
}

const PAGE_SIZE = 5;
const followedRow = z.object({ rowKey: z.string(), caseId: z.string(), of: z.number().int() });

export class CommitmentList {
  constructor(private readonly tables: Tables) {}

  /** What a person committed to and has not done yet, the nearest day first. */
  open(personId: string): Promise<ListedCommitment[]> {
    return this.#all(committedBy(personId), DUE_PREFIX);
  }

  /** Everything that a person committed to. */
  of(personId: string): Promise<ListedCommitment[]> {
    return this.#all(committedBy(personId));
  }

  /** Open commitments of a leader's people, the nearest day first. */
  async team(leaderId: string, token?: string, size = PAGE_SIZE): Promise<CommitmentPage> {
    const partitionKey = agreedIn(leaderId);
    const { rows, next } = await this.tables.page('CaseIndex', { partitionKey, size, token });
    return { commitments: rows.map(({ row }) => commitmentRow.parse(row)), next };
  }

  /** The commitments of which something was to happen before a moment, longest overdue first. */
  async *overdue(before: Date): AsyncGenerator<{ caseId: string; of: number }> {
    const limit = before.toISOString();
    const due: Row[] = [];
    for await (const { row } of rowsOf(this.tables, 'CaseIndex', FOLLOWED)) {
      if (row.rowKey >= limit) break;
      due.push(row);
    }
    for (const row of due) yield followedRow.parse(row);
  }

  async #all(partitionKey: string, prefix?: string): Promise<ListedCommitment[]> {
    const found: ListedCommitment[] = [];
    for await (const { row } of rowsOf(this.tables, 'CaseIndex', partitionKey, prefix)) {
      found.push(commitmentRow.parse(row));
    }
    return found;
  }
}
