import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const caseTables: readonly TableSpec[] = [
  { name: 'Cases', encrypted: ['body', 'narrative'], hasOutbox: true },
  { name: 'CaseIndex', encrypted: ['words', 'facts'] },
  { name: 'Anchors' },
  { name: 'Accesses' },
];
