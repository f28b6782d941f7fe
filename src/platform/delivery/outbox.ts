/**
 * The outbox: the effects of a command, written in the same transaction as the command's event, so that
 * neither exists without the other. Every effect has a row, which is pending, sent, unknown or parked.
 */
import { z } from 'zod';
import { currentRequest } from '../log.js';
import type { Row } from '../storage/tables.js';

export const OUTBOX_PREFIX = 'outbox:';

/** How the target begins that is no person: no limit of Teams holds for it. */
export const OUTSIDE = 'outside:';

/** The version of the rows that this code writes and understands. Those of version 0.1 do not have it. */
const VERSION = 1;

/**
 * - `pending`: due now or at `notBefore`.
 * - `sent`: done.
 * - `unknown`: the channel failed after it may have accepted a new message; not retried.
 * - `parked`: given up; a person has to look at it.
 */
const STATUSES = ['pending', 'sent', 'unknown', 'parked'] as const;
export type OutboxStatus = (typeof STATUSES)[number];

/** An effect that a feature requests for a partition. */
export interface Effect {
  /** The name of a handler, for instance `case.card`. */
  kind: string;
  /** The recipient's id; empty when there is no recipient. */
  target: string;
  /**
   * Sent before others, and again when the outcome is in doubt: a notice of a high case may arrive twice, but it must
   * arrive.
   */
  urgent: boolean;
  /** ISO 8601: not to be sent before; omitted for at once. */
  notBefore?: string | undefined;
}

export interface OutboxItem extends Effect {
  partitionKey: string;
  rowKey: string;
  status: OutboxStatus;
  attempts: number;
  /** ISO 8601: the earliest moment for the next attempt; empty for at once. */
  notBefore: string;
  /** The code of the last failure. */
  failure: string;
  /** ISO 8601; empty until it is sent, and in rows that are older than this column. */
  sentAt: string;
  /** The instance that is working on it; empty when none is. */
  claimedBy: string;
  /** The id of the request that it follows from, for the log. */
  request: string;
  version: number;
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
  claimedBy: z.string().default(''),
  request: z.string().default(''),
  version: z.number().max(VERSION).default(0),
});

/** Builds the rows for the effects of the event `seq` of a partition. */
export function toOutboxRows(partitionKey: string, seq: number, effects: readonly Effect[]): Row[] {
  return effects.map((effect, index) => ({
    partitionKey,
    rowKey: `${prefixOf(seq)}${String(index).padStart(3, '0')}`,
    ...effect,
    status: 'pending',
    attempts: 0,
    notBefore: effect.notBefore ?? '',
    failure: '',
    sentAt: '',
    claimedBy: '',
    request: currentRequest() ?? '',
    version: VERSION,
  }));
}

/** The beginning of the keys of an event's rows. */
export const prefixOf = (seq: number): string => `${OUTBOX_PREFIX}${String(seq).padStart(6, '0')}:`;

/** No attempt to carry it out yet. */
export const isUntouched = ({ status, attempts, claimedBy }: OutboxItem): boolean =>
  status === 'pending' && attempts === 0 && claimedBy === '';

/** Returns undefined for a row that only a later version understands. */
export function fromOutboxRow(row: Row): OutboxItem | undefined {
  return outboxRow.safeParse(row).data;
}

export function toRow(item: OutboxItem): Row {
  return { ...item };
}
