import { StorageError } from '../../src/platform/storage/errors.js';
import { checkRow, checkTransaction } from '../../src/platform/storage/limits.js';
import type {
  Matching,
  Operation,
  Page,
  PageRequest,
  Row,
  ScanRequest,
  StoredRow,
  StoredTables,
  TableName,
} from '../../src/platform/storage/tables.js';

/**
 * `Tables` in memory, for tests that need thousands of cases. `test/contract` runs them through the same
 * tests as the real ones.
 */
export class MemoryTables implements StoredTables {
  readonly #partitions = new Map<string, Map<string, StoredRow>>();
  #version = 0;

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    const stored = this.#rowsOf(table, partitionKey).get(rowKey);
    return stored && copyOf(stored);
  }

  async write(table: TableName, operation: Operation): Promise<string | undefined> {
    if (operation.kind !== 'delete') checkRow(operation.row);
    this.#check(table, operation);
    return this.#apply(table, operation);
  }

  async commit(table: TableName, operations: readonly Operation[]): Promise<(string | undefined)[]> {
    const rows = operations.flatMap((operation) => (operation.kind === 'delete' ? [] : [operation.row]));
    for (const row of rows) checkRow(row);
    checkTransaction(rows);
    if (new Set(operations.map((operation) => placeOf(operation).partitionKey)).size > 1) {
      throw new StorageError('refused');
    }
    for (const operation of operations) {
      this.#check(table, operation);
      const { partitionKey, rowKey } = placeOf(operation);
      const isThere = this.#rowsOf(table, partitionKey).has(rowKey);
      if (operation.kind === 'delete' && !isThere) throw new StorageError('refused');
    }
    return operations.map((operation) => this.#apply(table, operation));
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const { partitionKey, rowKeyPrefix = '', size, token } = request;
    const rows = this.#rowsOf(table, partitionKey);
    const keys = [...rows.keys()].filter((key) => key.startsWith(rowKeyPrefix)).sort();
    const from = token === undefined ? 0 : keys.findIndex((key) => key >= token);
    const shown = from < 0 ? [] : keys.slice(from, from + size);
    const onlyKeys = ({ row: { rowKey }, etag }: StoredRow) => ({
      row: { partitionKey: request.partitionKey, rowKey },
      etag,
      changedAt: '',
    });
    return {
      rows: shown
        .flatMap((key) => rows.get(key) ?? [])
        .filter(({ row }) => hasColumns(row, request.where))
        .map((stored) => (request.keysOnly ? onlyKeys(stored) : copyOf(stored))),
      next: from < 0 ? undefined : keys[from + size],
    };
  }

  async *partitions(table: TableName, matching?: Matching): AsyncGenerator<string> {
    const { rowKeyPrefix = '', where } = matching ?? {};
    const matches = ({ row }: StoredRow) => row.rowKey.startsWith(rowKeyPrefix) && hasColumns(row, where);
    const names = [...this.#partitions].filter(
      ([name, rows]) => name.startsWith(`${table}\0`) && [...rows.values()].some(matches),
    );
    yield* names.map(([name]) => name.slice(table.length + 1)).sort();
  }

  async scan(table: TableName, { changedSince, size = 1_000, token }: ScanRequest): Promise<Page> {
    const all = [...this.#partitions]
      .filter(([name]) => name.startsWith(`${table}\0`))
      .flatMap(([, rows]) => [...rows.values()])
      .filter(({ changedAt }) => !changedSince || changedAt >= changedSince.toISOString())
      .sort(
        (one, other) =>
          compare(one.row.partitionKey, other.row.partitionKey) || compare(one.row.rowKey, other.row.rowKey),
      );
    const from = Number(token ?? 0);
    const next = from + size < all.length ? String(from + size) : undefined;
    return { rows: all.slice(from, from + size).map(copyOf), next };
  }

  #rowsOf(table: TableName, partitionKey: string): Map<string, StoredRow> {
    const name = `${table}\0${partitionKey}`;
    const rows = this.#partitions.get(name) ?? new Map<string, StoredRow>();
    this.#partitions.set(name, rows);
    return rows;
  }

  #check(table: TableName, operation: Operation): void {
    const { partitionKey, rowKey } = placeOf(operation);
    const stored = this.#rowsOf(table, partitionKey).get(rowKey);
    if (operation.kind === 'insert' && stored) throw new StorageError('exists');
    if (operation.kind === 'replace') {
      if (stored?.etag !== operation.etag) throw new StorageError('stale');
    }
  }

  #apply(table: TableName, operation: Operation): string | undefined {
    const { partitionKey, rowKey } = placeOf(operation);
    const rows = this.#rowsOf(table, partitionKey);
    if (operation.kind === 'delete') {
      rows.delete(rowKey);
      return undefined;
    }
    const etag = `"${++this.#version}"`;
    rows.set(rowKey, { row: { ...operation.row }, etag, changedAt: new Date().toISOString() });
    return etag;
  }
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Columns are plain values. */
const copyOf = (stored: StoredRow): StoredRow => ({ ...stored, row: { ...stored.row } });

function hasColumns(row: Row, where: Matching['where'] = {}): boolean {
  return Object.entries(where).every(([column, value]) => row[column] === value);
}

function placeOf(operation: Operation): Pick<Row, 'partitionKey' | 'rowKey'> {
  return operation.kind === 'delete' ? operation : operation.row;
}
