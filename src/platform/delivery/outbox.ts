/**
 * The outbox: what a command makes necessary, written in the same transaction as the command's event, so
 * that neither is without the other. A row is sent, pending, unknown or parked; never absent.
 */
import { z } from 'zod';
import type { Row, StoredRow } from '../storage/tables.js';

export const OUTBOX_PREFIX = 'outbox:';

/**
 * - `pending`: to be done, now or at `notBefore`.
 * - `sent`: done.
 * - `unknown`: the channel broke after it may have taken a new message; not repeated.
 * - `parked`: given up; somebody has to look.
 */
const STATUSES = ['pending', 'sent', 'unknown', 'parked'] as const;
export type OutboxStatus = (typeof STATUSES)[number];

/** What a feature asks to be done about a partition. */
export interface Effect {
  /** Which of the effects that `app.ts` names; `case.card` for instance. */
  kind: string;
  /** The person it is for; empty where it is for nobody. */
  target: string;
  /** Sent again rather than left in doubt: a notice of a high case may come twice and never not at all. */
  urgent: boolean;
}

export interface OutboxItem extends Effect {
  partitionKey: string;
  rowKey: string;
  status: OutboxStatus;
  attempts: number;
  /** ISO 8601: not to be tried before. Doubles as the claim of the dispatcher that is at it. */
  notBefore: string;
  /** Code of the last failure. */
  failure: string;
  /** ISO 8601; empty until it is sent, and for rows that are older than this column. */
  sentAt: string;
}

const outboxRow = z.object({
  partitionKey: z.string(),
  rowKey: z.string(),
  kind: z.string(),
  target: z.string(),
  urgent: z.boolean(),
  status: z.enum(STATUSES),
  attempts: z.number(),
  notBefore: z.string(),
  failure: z.string(),
  sentAt: z.string().default(''),
});

/** The rows for the effects of the event `seq` of a partition. */
export function toOutboxRows(partitionKey: string, seq: number, effects: readonly Effect[]): Row[] {
  return effects.map((effect, index) => ({
    partitionKey,
    rowKey: `${OUTBOX_PREFIX}${String(seq).padStart(6, '0')}:${String(index).padStart(3, '0')}`,
    ...effect,
    status: 'pending',
    attempts: 0,
    notBefore: '',
    failure: '',
    sentAt: '',
  }));
}

export function fromOutboxRow(stored: StoredRow): { item: OutboxItem; etag: string } {
  return { item: outboxRow.parse(stored.row), etag: stored.etag };
}

export function toRow(item: OutboxItem): Row {
  return { ...item };
}
