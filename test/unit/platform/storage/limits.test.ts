import assert from 'node:assert/strict';
import { AppError, type ErrorCode } from '../../../../src/platform/errors.js';
import {
  checkRow,
  checkTransaction,
  MAX_ENTITY_BYTES,
  MAX_KEY_UNITS,
  MAX_OPERATIONS,
  MAX_PROPERTIES,
  MAX_STRING_UNITS,
  MAX_TRANSACTION_BYTES,
} from '../../../../src/platform/storage/limits.js';
import type { Operation, Row } from '../../../../src/platform/storage/tables.js';

const row = (columns: Record<string, string | number | boolean> = {}): Row => ({
  ...columns,
  partitionKey: 'part',
  rowKey: 'r',
});
const columns = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`c${at}`, at]));
/** 4 bytes, and keys of five units in total. */
const EMPTY_BYTES = 14;
/** A row of this many bytes: strings of up to 32,768 units until it is full. */
function rowOfBytes(bytes: number): Row {
  const full: Record<string, string> = {};
  let left = bytes - EMPTY_BYTES;
  for (let at = 0; left > 0; at++) {
    const name = String.fromCharCode(97 + at); // 8 + 2 for the name, 4 for the string's length
    const units = Math.min(MAX_STRING_UNITS, Math.floor((left - 14) / 2));
    full[name] = 'x'.repeat(units);
    left -= 14 + 2 * units;
  }
  assert.equal(left, 0, 'the helper can make rows of an even number of bytes only');
  return row(full);
}
const refuses = (check: () => void, code: ErrorCode) =>
  assert.throws(check, (error) => error instanceof AppError && error.code === code);

describe('the limits of one entity', () => {
  it('are those of Azure Table Storage', () => {
    assert.deepEqual(
      [MAX_STRING_UNITS, MAX_ENTITY_BYTES, MAX_PROPERTIES, MAX_KEY_UNITS, MAX_OPERATIONS],
      [32_768, 1_048_576, 252, 512, 100],
    );
  });

  it('apply to a string', () => {
    checkRow(row({ text: 'x'.repeat(MAX_STRING_UNITS - 1) }));
    checkRow(row({ text: 'x'.repeat(MAX_STRING_UNITS) }));
    refuses(() => checkRow(row({ text: 'x'.repeat(MAX_STRING_UNITS + 1) })), 'too-large');
  });

  it('count two units for an emoji', () => {
    checkRow(row({ text: '😡'.repeat(MAX_STRING_UNITS / 2) }));
    refuses(() => checkRow(row({ text: `${'😡'.repeat(MAX_STRING_UNITS / 2)}x` })), 'too-large');
  });

  it('apply to the number of properties, without the keys', () => {
    checkRow(row(columns(MAX_PROPERTIES - 1)));
    checkRow(row(columns(MAX_PROPERTIES)));
    refuses(() => checkRow(row(columns(MAX_PROPERTIES + 1))), 'too-large');
  });

  for (const key of ['partitionKey', 'rowKey'] as const) {
    it(`apply to the ${key}`, () => {
      checkRow({ ...row(), [key]: 'k'.repeat(MAX_KEY_UNITS - 1) });
      checkRow({ ...row(), [key]: 'k'.repeat(MAX_KEY_UNITS) });
      refuses(() => checkRow({ ...row(), [key]: 'k'.repeat(MAX_KEY_UNITS + 1) }), 'invalid-input');
    });

    it(`keep forbidden characters out of the ${key}`, () => {
      for (const bad of ['/', '\\', '#', '?', '\u0000', '\t', '\u001f', '\u007f', '\u009f']) {
        refuses(() => checkRow({ ...row(), [key]: `a${bad}b` }), 'invalid-input');
      }
      for (const good of [' ', ':', '|', '%', '~', '\u00a0', 'ñ', '😡']) {
        checkRow({ ...row(), [key]: `a${good}b` });
      }
    });
  }

  it('apply to the total bytes', () => {
    checkRow(rowOfBytes(MAX_ENTITY_BYTES - 2));
    checkRow(rowOfBytes(MAX_ENTITY_BYTES));
    refuses(() => checkRow(rowOfBytes(MAX_ENTITY_BYTES + 2)), 'too-large');
  });

  it('count the keys, the names and values that are not strings', () => {
    const full = rowOfBytes(MAX_ENTITY_BYTES);
    refuses(() => checkRow({ ...full, rowKey: 'rr' }), 'too-large');
    refuses(() => checkRow({ ...full, flag: true }), 'too-large');
    const roomy = rowOfBytes(MAX_ENTITY_BYTES - 18);
    checkRow({ ...roomy, z: 1 });
    refuses(() => checkRow({ ...roomy, zz: 1 }), 'too-large');
  });

  it('do not count a column without a value', () => {
    checkRow({ ...rowOfBytes(MAX_ENTITY_BYTES), nothing: undefined });
  });
});

describe('the limits of one transaction', () => {
  const inserts = (rows: readonly Row[]) =>
    rows.map((one, at): Operation => ({ kind: 'insert', row: { ...one, rowKey: String(at) } }));
  const many = (count: number) => inserts(Array.from({ length: count }, () => row()));

  it('apply to the number of operations', () => {
    checkTransaction(many(1));
    checkTransaction(many(MAX_OPERATIONS - 1));
    checkTransaction(many(MAX_OPERATIONS));
    refuses(() => checkTransaction(many(MAX_OPERATIONS + 1)), 'too-large');
  });

  it('apply to the bytes of all rows together', () => {
    const half = rowOfBytes(MAX_TRANSACTION_BYTES / 2);
    const other = (bytes: number) => inserts([half, rowOfBytes(MAX_TRANSACTION_BYTES / 2 + bytes)]);
    checkTransaction(other(-2));
    checkTransaction(other(0));
    refuses(() => checkTransaction(other(2)), 'too-large');
  });

  it('are one partition, with each row once', () => {
    const gone: Operation = { kind: 'delete', partitionKey: 'part', rowKey: '0' };
    checkTransaction([{ ...gone, rowKey: '1' }, ...many(1)]);
    refuses(() => checkTransaction([gone, ...many(1)]), 'invalid-input');
    refuses(() => checkTransaction([{ ...gone, partitionKey: 'other' }, ...many(1)]), 'invalid-input');
    refuses(() => checkTransaction([]), 'invalid-input');
  });
});
