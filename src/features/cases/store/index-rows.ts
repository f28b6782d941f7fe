/** The rows of a case in the table `CaseIndex`, and the names of the partitions that they are in. */
import { z } from 'zod';
import { bogotaMonth, bogotaYear } from '../../../platform/calendar/days.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import type { Row } from '../../../platform/storage/tables.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import { type Case, STATES } from '../domain/case.js';
import { graveOf } from '../domain/commands.js';
import type { Assignee } from '../domain/event.js';

export const indexRow = z
  .object({
    caseId: z.string(),
    number: z.string(),
    // A later version of the bot may have written others.
    level: z.enum(LEVELS).catch('high'),
    state: z.enum([...STATES, 'unknown']).catch('unknown'),
    reportedAt: z.string(),
    /** Empty once nothing is due. */
    dueAt: z.string(),
    /** Empty for the humanization team. */
    assigneeId: z.string(),
    area: z.string(),
    /** The level waits for somebody to confirm it. Rows of an earlier version lack this column. */
    unconfirmed: z.boolean().default(false),
    step: z.number().int(),
    /** The first words of the story, in lists of people who may read it. Rows of an earlier version lack them. */
    words: z.string().default(''),
  })
  .transform(({ caseId, dueAt, ...columns }) => ({ ...columns, id: caseId, dueAt: dueAt || undefined }));
/** A case as the lists show it. */
export type ListedCase = z.output<typeof indexRow>;

/** The ids of people said to be involved. Rows of an earlier version lack this column. */
const excludedRow = z.object({ excluded: z.string().default('') });
const BETWEEN_IDS = ' ';

export const OPEN = 'open';
/** Closed cases, last closed first. */
export const CLOSED = 'closed';
/** With this begin the keys of rows that are sorted by what is due: the moment, as ISO 8601. Other keys do not. */
export const DUE_PREFIX = '20';

export function rowsFor(subject: Case, line: readonly string[]): Row[] {
  const { id: caseId, dueAt, ...listed } = listedOf(subject);
  const { assigneeId, reportedAt } = listed;
  const excluded = subject.excludedIds.join(BETWEEN_IDS);
  const { words, ...plain } = listed;
  const columns = { caseId, dueAt: dueAt ?? '', excluded, ...plain };
  const attended = new Set([...subject.formerIds, ...(assigneeId ? [assigneeId] : [])]);
  const newest = `${newestFirst(reportedAt)}:${caseId}`;
  const open = dueAt === undefined ? [] : [OPEN, ...line.map((leaderId) => `line:${leaderId}`)];
  const inboxes =
    dueAt === undefined
      ? []
      : [inboxOf(ownerOf(subject)), ...(isAccompanied(subject) ? [inboxOf({ kind: 'humanization' })] : [])];
  const closedAt = subject.state === 'closed' ? subject.closedAt : undefined;
  const closed = closedAt === undefined ? [] : [`${newestFirst(closedAt)}:${caseId}`];
  const { reporterId } = subject;
  const mine = reporterId === undefined ? [] : [`mine:${reporterId}`];
  const asked = reporterId === undefined || subject.question === undefined ? [] : [askedOf(reporterId)];
  return [
    ...[...mine, listOfAll(subject)].map((partitionKey) => ({
      partitionKey,
      rowKey: newest,
      ...columns,
      words,
    })),
    ...inboxes.map((partitionKey) => ({ partitionKey, rowKey: `${dueAt}:${caseId}`, ...columns, words })),
    ...asked.map((partitionKey) => ({ partitionKey, rowKey: newest, ...columns })),
    ...[...attended].map((personId) => ({ partitionKey: `had:${personId}`, rowKey: newest, ...columns })),
    ...closed.map((rowKey) => ({ partitionKey: CLOSED, rowKey, ...columns })),
    ...open.map((partitionKey) => ({ partitionKey, rowKey: `${dueAt}:${caseId}`, ...columns })),
  ];
}

export function listedOf(subject: Case): ListedCase {
  const { id, number, level, state, reportedAt, dueAt, assignee, area, step } = subject;
  const unconfirmed = subject.unconfirmed && dueAt !== undefined;
  const assigneeId = assignee.kind === 'person' ? assignee.id : '';
  const words = beginningOf(subject.report.narrative.replace(/\s+/gu, ' ').trim(), MOST_WORDS);
  return { id, number, level, state, reportedAt, dueAt, assigneeId, area, unconfirmed, step, words };
}

/** In UTF-16 units. */
const MOST_WORDS = 80;

/** The team is told of a grave case that somebody else attends to, in order to accompany it. */
function isAccompanied(subject: Case): boolean {
  return subject.assignee.kind === 'person' && !subject.protectedBy && graveOf(subject) === 'high';
}

/** The list of all cases that a case is in. */
function listOfAll({ protectedBy, reportedAt }: Case): string {
  return protectedBy ? protectedIn(bogotaYear(new Date(reportedAt))) : monthOf(reportedAt);
}

export const protectedIn = (year: number) => `protected:${year}`;

/** By the date of the report in Bogotá. */
export function monthOf(reportedAt: string): string {
  return `month:${bogotaMonth(new Date(reportedAt))}`;
}

/** The months of a year. Includes the next January: a number drawn at the end of a year may belong to a case reported then. */
export function monthsOf(year: number): string[] {
  const months = Array.from({ length: 12 }, (_, at) => `month:${year}-${String(at + 1).padStart(2, '0')}`);
  return [...months, `month:${year + 1}-01`];
}

export const excludedOf = (row: Row) => excludedRow.parse(row).excluded.split(BETWEEN_IDS);

export const askedOf = (reporterId: string) => `asked:${reporterId}`;

/** A protected case that the whole team receives is in its inbox. */
function ownerOf({ assignee, protectedBy }: Case): Assignee {
  return assignee.kind === 'protected' && protectedBy ? { kind: protectedBy } : assignee;
}

export function inboxOf(assignee: Assignee): string {
  return `inbox:${assignee.kind === 'person' ? assignee.id : assignee.kind}`;
}

/** A key that sorts later moments first. */
export function newestFirst(at: string): string {
  return String(Number.MAX_SAFE_INTEGER - Date.parse(at)).padStart(16, '0');
}

/** The moment of a key that begins with `newestFirst`. */
export const momentIn = (rowKey: string): Date =>
  new Date(Number.MAX_SAFE_INTEGER - Number(rowKey.slice(0, 16)));
