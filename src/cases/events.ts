/** Events as rows of Azure Table Storage, chained by hashes so that a history that was touched shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Row } from '../storage/tables.js';
import { type CaseEvent, EFFORTS, type EventBody, OUTCOMES, SOURCES } from './case.js';
import { LEVELS } from './impact/assessment.js';

export const EVENT_PREFIX = 'event:';
/** What stands before the first event. */
const GENESIS = '';

const level = z.enum(LEVELS);
const signal = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  level,
  rule: z.string(),
});
const report = z.object({
  narrative: z.string(),
  topic: z.enum(['information', 'behaviour']),
  source: z.enum(SOURCES),
  place: z.string(),
  occurredOn: z.string(),
  efforts: z.array(z.enum(EFFORTS)),
  confidential: z.boolean(),
  superiorInvolved: z.boolean(),
  safety: z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() }),
  level,
  proposedLevel: level,
  signals: z.array(signal),
});
const assignee = z.union([
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({ kind: z.literal('humanization') }),
]);
const body: z.ZodType<EventBody> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reported'),
    caseId: z.string(),
    number: z.string(),
    report,
    assignee,
    assigneeRole: z.enum(['superior', 'next-superior', 'humanization']),
    dueAt: z.string(),
  }),
  z.object({ type: z.literal('accepted'), note: z.string(), dueAt: z.string() }),
  z.object({ type: z.literal('rejected'), reason: z.string() }),
  z.object({ type: z.literal('closed'), outcomes: z.array(z.enum(OUTCOMES)), summary: z.string() }),
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

function hashOf(previous: string, event: CaseEvent, json: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, event.seq, event.actorId, event.at, event.commandId, json]))
    .digest('hex');
}
