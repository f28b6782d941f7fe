/** The lists: "my cases" by person, newest first, and "inbox" by assignee, first due first. */
import { z } from 'zod';
import type { Row, Tables } from '../storage/tables.js';
import type { Assignee, Case, CaseEvent, State } from './case.js';
import { evolve } from './case.js';
import { LEVELS, type Level } from './impact/assessment.js';

export interface ListedCase {
  id: string;
  number: string;
  level: Level;
  state: State;
  reportedAt: string;
  dueAt?: string;
}

export interface CasePage {
  cases: ListedCase[];
  next?: string;
}

const PAGE_SIZE = 5;

const indexRow = z.object({
  caseId: z.string(),
  number: z.string(),
  level: z.enum(LEVELS),
  state: z.enum(['reported', 'accepted', 'rejected', 'closed']),
  reportedAt: z.string(),
  dueAt: z.string(),
});

export class CaseIndex {
  constructor(private readonly tables: Tables) {}

  async mine(reporterId: string, token?: string): Promise<CasePage> {
    return this.#page(`mine:${reporterId}`, token);
  }

  /** Open cases of a leader, or of the humanization team. */
  async inbox(assignee: Assignee, token?: string): Promise<CasePage> {
    return this.#page(inboxOf(assignee), token);
  }

  /**
   * Writes the rows of a case anew from its history, and takes away those of earlier states. May run any
   * number of times and late: it always leaves what the history says.
   */
  async project(events: readonly CaseEvent[]): Promise<void> {
    let subject: Case | undefined;
    const outdated = new Map<string, Row>();
    for (const event of events) {
      subject = evolve(subject, event);
      for (const row of rowsFor(subject)) outdated.set(`${row.partitionKey}|${row.rowKey}`, row);
    }
    if (!subject) return;
    const current = rowsFor(subject);
    for (const row of current) {
      outdated.delete(`${row.partitionKey}|${row.rowKey}`);
      await this.tables.write('CaseIndex', { kind: 'upsert', row });
    }
    for (const { partitionKey, rowKey } of outdated.values()) {
      await this.tables.write('CaseIndex', { kind: 'delete', partitionKey, rowKey });
    }
  }

  async #page(partitionKey: string, token?: string): Promise<CasePage> {
    const { rows, next } = await this.tables.page('CaseIndex', { partitionKey, size: PAGE_SIZE, token });
    return { cases: rows.map(({ row }) => toListed(row)), next };
  }
}

function rowsFor(subject: Case): Row[] {
  const columns = {
    caseId: subject.id,
    number: subject.number,
    level: subject.level,
    state: subject.state,
    reportedAt: subject.reportedAt,
    dueAt: subject.dueAt ?? '',
  };
  const rows: Row[] = [
    {
      partitionKey: `mine:${subject.reporterId}`,
      rowKey: `${newestFirst(subject.reportedAt)}:${subject.id}`,
      ...columns,
    },
  ];
  if (subject.dueAt !== undefined) {
    rows.push({
      partitionKey: inboxOf(subject.assignee),
      rowKey: `${subject.dueAt}:${subject.id}`,
      ...columns,
    });
  }
  return rows;
}

function toListed(row: Row): ListedCase {
  const { caseId, dueAt, ...columns } = indexRow.parse(row);
  return { ...columns, id: caseId, dueAt: dueAt || undefined };
}

function inboxOf(assignee: Assignee): string {
  return `inbox:${assignee.kind === 'person' ? assignee.id : 'humanization'}`;
}

/** A key that sorts later moments first. */
function newestFirst(at: string): string {
  return String(Number.MAX_SAFE_INTEGER - Date.parse(at)).padStart(16, '0');
}
