/** Deletes expired rows that nothing else depends on. */
import { shiftedMonth } from '../../../platform/calendar/days.js';
import { type OldRows, removeOld } from '../../../platform/storage/old-rows.js';
import type { Retained, Sweep } from '../../../platform/storage/retention.js';
import type { Tables } from '../../../platform/storage/tables.js';

/** Times are ISO 8601, so they compare as text; days and months are prefixes of them. */
const KEPT: Readonly<Partial<Record<Retained, OldRows>>> = {
  tickets: {
    table: 'Tickets',
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
  return (Object.entries(KEPT) as [Retained, OldRows][]).map(([kind, rows]) => ({
    kind,
    run: (before, most) => removeOld(tables, rows, before, most),
  }));
}
