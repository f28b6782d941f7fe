import type { TableSpec } from '../../../platform/storage/table-spec.js';

export const practiceTables: readonly TableSpec[] = [{ name: 'Practice', hasOutbox: true }];
