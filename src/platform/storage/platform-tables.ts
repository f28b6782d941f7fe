/** The tables of the platform. */
import { shiftedMonth } from '../calendar/days.js';
import type { TableSpec } from './table-spec.js';

export const platformTables: readonly TableSpec[] = [
  {
    name: 'Tickets',
    encrypted: ['content'],
    // Links that live for minutes.
    isNotCopied: true,
    retained: { kind: 'tickets', isOld: ({ expiresAt }, before) => String(expiresAt) < before },
  },
  {
    name: 'People',
    encrypted: ['words', 'answer'],
    retained: {
      kind: 'requests',
      mayHold: (partitionKey) => partitionKey === 'correction',
      isOld: ({ at }, before) => String(at) < before,
    },
  },
  {
    name: 'Figures',
    retained: {
      kind: 'figures',
      // In `monthly` is who wants them each month.
      mayHold: (partitionKey) => partitionKey !== 'monthly',
      // A month is over when the next one begins.
      isOld: ({ month }, before) => shiftedMonth(String(month), 1) <= before.slice(0, 7),
    },
  },
  { name: 'Conversations', encrypted: ['things'] },
  { name: 'Deletions' },
  // Who is alive.
  { name: 'Instances', isNotCopied: true },
  // What ran last.
  { name: 'Operations', isNotCopied: true },
];
