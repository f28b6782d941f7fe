/** Events as rows of Azure Table Storage, chained by hashes so that a history that was touched shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Row } from '../../../platform/storage/tables.js';
import { ALL_CLAUSES, CARES, DISCOUNTS, LEVELS, REVIEW_REASONS } from '../domain/assessment.js';
import {
  ASSIGNEE_ROLES,
  type CaseEvent,
  EFFORTS,
  type EventBody,
  OUTCOMES,
  SOURCES,
  TOPICS,
} from '../domain/case.js';

export const EVENT_PREFIX = 'event:';
/** What stands before the first event. */
const GENESIS = '';

const level = z.enum(LEVELS);
const signal = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  level,
  rule: z.enum(ALL_CLAUSES),
});
const report = z.object({
  narrative: z.string(),
  topic: z.enum(TOPICS),
  source: z.enum(SOURCES),
  place: z.string(),
  occurredOn: z.string(),
  efforts: z.array(z.enum(EFFORTS)),
  confidential: z.boolean(),
  superiorInvolved: z.boolean(),
  safety: z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() }),
  level,
  proposedLevel: level,
  reviews: z.array(z.enum(REVIEW_REASONS)),
  candidate: level,
  signals: z.array(signal),
  discounted: z.array(signal.extend({ why: z.enum(DISCOUNTS) })),
  cares: z.array(z.enum(CARES)),
  touches: z.array(z.string()),
});
const assignment = {
  assignee: z.union([
    z.object({ kind: z.literal('person'), id: z.string() }),
    z.object({ kind: z.literal('humanization') }),
  ]),
  assigneeRole: z.enum(ASSIGNEE_ROLES),
};
const evidence = z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number() });
const due = { dueAt: z.string(), remindAt: z.string() };
const reason = { reason: z.string() };
const body: z.ZodType<EventBody> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reported'),
    caseId: z.string(),
    number: z.string(),
    report,
    area: z.string(),
    excludedIds: z.array(z.string()),
    evidence: z.array(evidence),
    ...assignment,
    ...due,
  }),
  z.object({ type: z.literal('accepted'), note: z.string(), ...due }),
  z.object({ type: z.literal('rejected'), ...reason }),
  z.object({ type: z.literal('asked'), question: z.string() }),
  z.object({ type: z.literal('replied'), answer: z.string() }),
  z.object({ type: z.literal('added'), words: z.string() }),
  z.object({
    type: z.literal('attached'),
    evidence,
  }),
  z.object({ type: z.literal('reclassified'), level, ...reason, ...due }),
  z.object({ type: z.literal('escalated'), ...reason, ...assignment, ...due }),
  z.object({ type: z.literal('reassigned'), ...reason, ...assignment, ...due }),
  z.object({ type: z.literal('climbed'), ...assignment, ...due }),
  z.object({ type: z.literal('reminded') }),
  z.object({ type: z.literal('lapsed'), ...due }),
  z.object({ type: z.literal('closed'), outcomes: z.array(z.enum(OUTCOMES)), summary: z.string() }),
  z.object({ type: z.literal('withdrawn'), ...reason }),
  z.object({ type: z.literal('contested'), ...reason, ...assignment, ...due }),
  z.object({ type: z.literal('reopened'), ...reason, ...due }),
  z.object({ type: z.literal('held'), ...reason }),
  z.object({ type: z.literal('released'), ...reason }),
  z.object({ type: z.literal('identified'), ...reason }),
  z.object({ type: z.literal('undelivered'), personId: z.string() }),
]);

const eventRow = z.object({
  rowKey: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string(),
  hash: z.string(),
});

/** An event as it is stored, with the hash that the next one builds on. */
export interface StoredEvent extends CaseEvent {
  hash: string;
}

export function eventKey(seq: number): string {
  return EVENT_PREFIX + String(seq).padStart(6, '0');
}

/** The row of an event that follows on `previous`, the hash of the event before it. */
export function toEventRow(caseId: string, event: CaseEvent, previous = GENESIS): Row {
  const json = JSON.stringify(event.body);
  return {
    partitionKey: caseId,
    rowKey: eventKey(event.seq),
    type: event.body.type,
    actorId: event.actorId,
    at: event.at,
    commandId: event.commandId,
    body: json,
    hash: hashOf(previous, event, json),
  };
}

export function fromEventRow(row: Row): StoredEvent {
  const stored = eventRow.parse(row);
  return {
    seq: Number(stored.rowKey.slice(EVENT_PREFIX.length)),
    actorId: stored.actorId,
    at: stored.at,
    commandId: stored.commandId,
    body: body.parse(JSON.parse(stored.body)),
    hash: stored.hash,
  };
}

/**
 * Whether each event builds on the one before it, with none missing.
 * @param rows the event rows of one case, in their order.
 * @returns the numbers of the events that do not fit.
 */
export function brokenLinks(rows: readonly Row[]): number[] {
  let previous = GENESIS;
  return rows.flatMap((row, at) => {
    const stored = eventRow.parse(row);
    const seq = Number(stored.rowKey.slice(EVENT_PREFIX.length));
    const expected = hashOf(previous, { ...stored, seq }, stored.body);
    previous = stored.hash;
    return seq === at + 1 && stored.hash === expected ? [] : [seq];
  });
}

function hashOf(previous: string, event: Omit<CaseEvent, 'body'>, json: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, event.seq, event.actorId, event.at, event.commandId, json]))
    .digest('hex');
}
