/** Deletes expired rows that nothing else depends on. */
import { shiftedMonth } from '../../../platform/calendar/days.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import { removeRows } from '../../../platform/storage/removal.js';
import type { Retained, Sweep } from '../../../platform/storage/retention.js';
import type { Row, TableName, Tables } from '../../../platform/storage/tables.js';

interface Kept {
  table: TableName;
  /** Tells whether a partition may hold expired rows. */
  mayHold: (partitionKey: string, before: string) => boolean;
  isOld: (row: Row, before: string) => boolean;
}

/** Times are ISO 8601, so they compare as text; days and months are prefixes of them. */
const KEPT: Readonly<Partial<Record<Retained, Kept>>> = {
  tickets: {
    table: 'Tickets',
    mayHold: () => true,
    isOld: ({ expiresAt }, before) => String(expiresAt) < before,
  },
  feedback: {
    table: 'Feedback',
    mayHold: (month, before) => month <= before.slice(0, 7),
    isOld: ({ at }, before) => String(at) < before,
  },
  requests: {
    table: 'People',
    mayHold: (partitionKey) => partitionKey === 'correction',
    isOld: ({ at }, before) => String(at) < before,
  },
  figures: {
    table: 'Figures',
    // In `monthly` is who wants them each month.
    mayHold: (partitionKey) => partitionKey !== 'monthly',
    // A month is over when the next one begins.
    isOld: ({ month }, before) => shiftedMonth(String(month), 1) <= before.slice(0, 7),
  },
};

export function tableSweeps(tables: Tables): Sweep[] {
  return (Object.entries(KEPT) as [Retained, Kept][]).map(([kind, kept]) => ({
    kind,
    run: (before, most) => sweepTable(tables, kept, before.toISOString(), most),
  }));
}

async function sweepTable(tables: Tables, kept: Kept, before: string, most: number): Promise<number> {
  let count = 0;
  for await (const partitionKey of tables.partitions(kept.table)) {
    if (!kept.mayHold(partitionKey, before)) continue;
    let token: string | undefined;
    do {
      const size = Math.min(MAX_OPERATIONS, most - count);
      if (size === 0) return count;
      const page = await tables.page(kept.table, { partitionKey, size, token });
      const old = page.rows.filter(({ row }) => kept.isOld(row, before)).map(({ row }) => row);
      await removeRows(tables, kept.table, old);
      count += old.length;
      token = page.next;
    } while (token !== undefined);
  }
  return count;
}
