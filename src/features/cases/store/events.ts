/** Events as rows of Azure Table Storage, chained by hashes so that tampering shows. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Row } from '../../../platform/storage/tables.js';
import { type CaseEvent, eventBody } from '../domain/event.js';

export const EVENT_PREFIX = 'event:';
/** The previous hash of the first event. */
const GENESIS = '';

const eventRow = z.object({
  rowKey: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string(),
  hash: z.string(),
});

/** An event as stored, with the hash that the next one builds on. */
export interface StoredEvent extends CaseEvent {
  hash: string;
}

export function eventKey(seq: number): string {
  return EVENT_PREFIX + String(seq).padStart(6, '0');
}

/** The row of an event. `previous` is the hash of the event before it. */
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
    body: eventBody.parse(JSON.parse(stored.body)),
    hash: stored.hash,
  };
}

/**
 * Checks that each event builds on the one before it, with none missing.
 * @param rows the event rows of one case, in order.
 * @returns the sequence numbers of the events that do not fit.
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
