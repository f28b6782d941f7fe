/** The rows of an outbox, as they are stored. */
import { z } from 'zod';
import type { Row } from '../../../src/platform/storage/tables.js';
import { isPlanted } from '../later-notice.js';

/** What is stored under one key. */
export interface Partition {
  id: string;
  rows: Row[];
}

const outboxRow = z.object({
  rowKey: z.string(),
  kind: z.string(),
  target: z.string(),
  status: z.string(),
  attempts: z.number(),
  notBefore: z.string(),
  /** ISO 8601, by the clock of its instance; empty until it is sent. */
  sentAt: z.string().default(''),
});
/** A notice, or other work, that follows from the event `seq`. */
export type StoredEffect = Omit<z.output<typeof outboxRow>, 'rowKey'> & { seq: number };

export function outboxIn(rows: readonly Row[]): StoredEffect[] {
  return rows
    .filter(({ rowKey }) => rowKey.startsWith('outbox:') && !isPlanted(rowKey))
    .map((row) => {
      const { rowKey, ...effect } = outboxRow.parse(row);
      return { ...effect, seq: seqOf(rowKey) };
    });
}

/** `event:000002` and `outbox:000002:001` are of event 2. */
export const seqOf = (rowKey: string) => Number(rowKey.split(':')[1]);
