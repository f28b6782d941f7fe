/** Folds the tables that the platform and the features declare. */
import { answerTables } from './features/answers/store/tables.js';
import { caseTables } from './features/cases/store/tables.js';
import { practiceTables } from './features/practice/store/tables.js';
import { recognitionTables } from './features/recognitions/store/tables.js';
import { reportTables } from './features/reports/store/tables.js';
import { sourceTables } from './features/sources/store/tables.js';
import { trainingTables } from './features/trainings/store/tables.js';
import type { EncryptedColumns } from './platform/storage/encrypted-tables.js';
import { platformTables } from './platform/storage/platform-tables.js';
import type { RetainedRows, TableSpec } from './platform/storage/table-spec.js';
import type { TableName } from './platform/storage/tables.js';

const TABLES: readonly TableSpec[] = [
  ...caseTables,
  ...reportTables,
  ...answerTables,
  ...trainingTables,
  ...practiceTables,
  ...recognitionTables,
  ...sourceTables,
  ...platformTables,
];

const named = (tables: readonly TableSpec[]): TableName[] => tables.map(({ name }) => name);

export const TABLE_NAMES = named(TABLES);
export const COPIED = named(TABLES.filter(({ isNotCopied }) => !isNotCopied));
export const OUTBOXES = named(TABLES.filter(({ hasOutbox }) => hasOutbox));
/** The columns that are encrypted, by table. */
export const ENCRYPTED: EncryptedColumns = Object.fromEntries(
  TABLES.flatMap(({ name, encrypted }) => (encrypted ? [[name, encrypted]] : [])),
);
/** The rows that a night deletes when they are old. */
export const RETAINED_ROWS: readonly RetainedRows[] = TABLES.flatMap(({ name, retained }) =>
  retained ? [{ ...retained, table: name }] : [],
);
