import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const trainingTables: readonly TableSpec[] = [
  {
    name: 'Trainings',
    encrypted: ['secret', 'trainerName', 'name', 'contact', 'byName', 'reason'],
    hasOutbox: true,
  },
];
