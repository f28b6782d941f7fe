import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const reportTables: readonly TableSpec[] = [
  { name: 'Drafts', encrypted: ['narrative', 'place', 'evidence', 'chosen', 'before'] },
];
