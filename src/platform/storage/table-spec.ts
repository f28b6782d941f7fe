import type { OldRows } from './old-rows.js';
import type { Retained } from './retention.js';
import type { TableName } from './tables.js';

/** Rows that a night deletes when they are old. */
export interface RetainedRows extends OldRows {
  kind: Retained;
}

/** A table, as its owner declares it. */
export interface TableSpec {
  name: TableName;
  /** The columns that are encrypted. They cannot be filtered. */
  encrypted?: readonly string[];
  /** Its rows mean nothing after a restore. */
  isNotCopied?: true;
  /** It has rows of an outbox. */
  hasOutbox?: true;
  /** Its rows that nothing else depends on. Times are ISO 8601, so they compare as text; days and months are prefixes. */
  retained?: Omit<RetainedRows, 'table'>;
}
