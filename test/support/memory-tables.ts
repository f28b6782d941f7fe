import { StorageError } from '../../src/storage/errors.js';
import { checkRow, checkTransaction } from '../../src/storage/limits.js';
import type {
  Operation,
  Page,
  PageRequest,
  Row,
  StoredRow,
  TableName,
  Tables,
} from '../../src/storage/tables.js';

/** `Tables` in memory, for tests that need thousands of cases; keeps the same contract as the real ones. */
export class MemoryTables implements Tables {
  readonly #rows = new Map<string, StoredRow>();
  #version = 0;

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    const stored = this.#rows.get(keyOf(table, partitionKey, rowKey));
    return stored && structuredClone(stored);
  }

  async write(table: TableName, operation: Operation): Promise<void> {
    if (operation.kind !== 'delete') checkRow(operation.row);
    this.#check(table, operation);
    this.#apply(table, operation);
  }

  async commit(table: TableName, operations: readonly Operation[]): Promise<void> {
    const rows = operations.flatMap((operation) => (operation.kind === 'delete' ? [] : [operation.row]));
    for (const row of rows) checkRow(row);
    checkTransaction(rows);
    if (new Set(operations.map((operation) => placeOf(operation).partitionKey)).size > 1) {
      throw new StorageError('refused');
    }
    for (const operation of operations) this.#check(table, operation);
    for (const operation of operations) this.#apply(table, operation);
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const start = keyOf(table, request.partitionKey, request.rowKeyPrefix ?? '');
    const keys = [...this.#rows.keys()].filter((key) => key.startsWith(start)).sort();
    const from = request.token === undefined ? 0 : keys.findIndex((key) => key >= String(request.token));
    const shown = from < 0 ? [] : keys.slice(from, from + request.size);
    return {
      rows: shown.flatMap((key) => structuredClone(this.#rows.get(key)) ?? []),
      next: from < 0 ? undefined : keys[from + request.size],
    };
  }

  #check(table: TableName, operation: Operation): void {
    const { partitionKey, rowKey } = placeOf(operation);
    const stored = this.#rows.get(keyOf(table, partitionKey, rowKey));
    if (operation.kind === 'insert' && stored) throw new StorageError('exists');
    if (operation.kind === 'replace') {
      if (!stored) throw new StorageError('refused');
      if (stored.etag !== operation.etag) throw new StorageError('stale');
    }
  }

  #apply(table: TableName, operation: Operation): void {
    const { partitionKey, rowKey } = placeOf(operation);
    const key = keyOf(table, partitionKey, rowKey);
    if (operation.kind === 'delete') this.#rows.delete(key);
    else this.#rows.set(key, { row: structuredClone(operation.row), etag: `"${++this.#version}"` });
  }
}

function placeOf(operation: Operation): Pick<Row, 'partitionKey' | 'rowKey'> {
  return operation.kind === 'delete' ? operation : operation.row;
}

const keyOf = (table: string, partitionKey: string, rowKey: string) =>
  `${table}\u0000${partitionKey}\u0000${rowKey}`;
