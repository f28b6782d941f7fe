import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const recognitionTables: readonly TableSpec[] = [
  { name: 'Recognitions', encrypted: ['message'], hasOutbox: true },
];
