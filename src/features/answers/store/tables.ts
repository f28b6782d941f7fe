import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const answerTables: readonly TableSpec[] = [
  {
    name: 'Feedback',
    encrypted: ['text', 'comment'],
    retained: {
      kind: 'feedback',
      mayHold: (month, before) => month <= before.slice(0, 7),
      isOld: ({ at }, before) => String(at) < before,
    },
  },
];
