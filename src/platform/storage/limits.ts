import { AppError } from '../errors.js';
import type { Operation, Row } from './tables.js';

// The limits of Azure Table Storage. Checked here because the emulator accepts more than the service.
/** UTF-16 units in one string property (64 KiB). */
export const MAX_STRING_UNITS = 32_768;
/** Bytes of one entity, as the service counts them. */
export const MAX_ENTITY_BYTES = 1_048_576;
/** Properties of one entity, without the three system properties. */
export const MAX_PROPERTIES = 252;
/** UTF-16 units in a key (1 KiB). */
export const MAX_KEY_UNITS = 512;
/** Operations in one transaction. */
export const MAX_OPERATIONS = 100;
/** Bytes of one transaction's body: half of the service's 4 MiB, to leave room for the encoding. */
export const MAX_TRANSACTION_BYTES = 2_097_152;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the service refuses these in keys.
const FORBIDDEN_IN_KEYS = /[/\\#?\u0000-\u001f\u007f-\u009f]/;

/** @throws AppError `too-large` or `invalid-input` when the service would refuse the entity. */
export function checkRow(row: Row): void {
  checkKey(row.partitionKey);
  checkKey(row.rowKey);
  const columns = Object.entries(row).filter(
    ([name, value]) => name !== 'partitionKey' && name !== 'rowKey' && value !== undefined,
  );
  if (columns.length > MAX_PROPERTIES) throw new AppError('too-large', { detail: 'properties' });
  for (const [name, value] of columns) {
    if (typeof value === 'string' && value.length > MAX_STRING_UNITS) {
      throw new AppError('too-large', { detail: name });
    }
  }
  if (entityBytes(row) > MAX_ENTITY_BYTES) throw new AppError('too-large', { detail: 'entity' });
}

/** @throws AppError `too-large` or `invalid-input` when the service would refuse the transaction. */
export function checkTransaction(operations: readonly Operation[]): void {
  const rows = operations.flatMap((operation) => (operation.kind === 'delete' ? [] : [operation.row]));
  for (const row of rows) checkRow(row);
  if (operations.length > MAX_OPERATIONS) throw new AppError('too-large', { detail: 'operations' });
  const bytes = rows.reduce((sum, row) => sum + entityBytes(row), 0);
  if (bytes > MAX_TRANSACTION_BYTES) throw new AppError('too-large', { detail: 'transaction' });
  const places = operations.map((operation) => (operation.kind === 'delete' ? operation : operation.row));
  const partitions = new Set(places.map(({ partitionKey }) => partitionKey));
  if (partitions.size !== 1) throw new AppError('invalid-input', { detail: 'partitions' });
  const keys = new Set(places.map(({ rowKey }) => rowKey));
  if (keys.size < places.length) throw new AppError('invalid-input', { detail: 'the same row twice' });
}

function checkKey(key: string): void {
  if (key.length > MAX_KEY_UNITS || FORBIDDEN_IN_KEYS.test(key)) {
    throw new AppError('invalid-input', { detail: 'key' });
  }
}

/** The service's formula: 4 bytes, the keys, and for each property 8 bytes, its name and its value. */
export function entityBytes(row: Row): number {
  let bytes = 4 + 2 * (row.partitionKey.length + row.rowKey.length);
  for (const [name, value] of Object.entries(row)) {
    if (name === 'partitionKey' || name === 'rowKey' || value === undefined) continue;
    bytes += 8 + 2 * name.length + (typeof value === 'string' ? 4 + 2 * value.length : 8);
  }
  return bytes;
}
