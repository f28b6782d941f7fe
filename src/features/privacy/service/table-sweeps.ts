/** Deletes expired rows that nothing else depends on. */
import { removeOld } from '../../../platform/storage/old-rows.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import type { RetainedRows } from '../../../platform/storage/table-spec.js';
import type { Tables } from '../../../platform/storage/tables.js';

/** @param retained the rows that are deleted when they are old. */
export function tableSweeps(tables: Tables, retained: readonly RetainedRows[]): Sweep[] {
  return retained.map((rows) => ({
    kind: rows.kind,
    run: (before, most) => removeOld(tables, rows, before, most),
  }));
}
