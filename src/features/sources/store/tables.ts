import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const sourceTables: readonly TableSpec[] = [
  { name: 'Sources', encrypted: ['content'], hasOutbox: true },
];
