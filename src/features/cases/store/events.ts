/** Events as rows of Azure Table Storage. */
import { z } from 'zod';
import type { Signer } from '../../../platform/storage/signer.js';
import type { Row } from '../../../platform/storage/tables.js';
import { type CaseEvent, readEvent } from '../domain/event.js';
import { EVENT_PREFIX, type LinkedRow, linkOf } from './chain.js';

const eventRow = z.object({
  rowKey: z.string(),
  actorId: z.string(),
  at: z.string(),
  commandId: z.string(),
  body: z.string(),
  hash: z.string(),
});

/** An event as stored, with the link of the chain that the next one builds on. */
export interface StoredEvent extends CaseEvent {
  hash: string;
}

export function eventKey(seq: number): string {
  return EVENT_PREFIX + String(seq).padStart(6, '0');
}

/** The row of an event. `previous` is the link of the event before it. */
export function toEventRow(signer: Signer, caseId: string, event: CaseEvent, previous?: string): LinkedRow {
  const row = {
    partitionKey: caseId,
    rowKey: eventKey(event.seq),
    type: event.body.type,
    actorId: event.actorId,
    at: event.at,
    commandId: event.commandId,
    body: JSON.stringify(event.body),
  };
  return { ...row, hash: linkOf(signer, row, previous) };
}

/** The event of a row, with its body as `read` understands it; undefined if `read` does not. */
export function fromEventRow(row: Row, read = readEvent): StoredEvent | undefined {
  const { rowKey, actorId, at, commandId, body: json, hash } = eventRow.parse(row);
  const body = read(json);
  return body && { seq: Number(rowKey.slice(EVENT_PREFIX.length)), actorId, at, commandId, body, hash };
}
