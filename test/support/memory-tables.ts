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

/** The service returns at most this many rows at once. */
const MOST_ROWS = 1_000;

/** `Tables` in memory. `test/contract` runs them through the same tests as the real ones. */
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
    checkTransaction(operations);
    for (const operation of operations) {
      this.#check(table, operation);
      const { partitionKey, rowKey } = placeOf(operation);
      const isThere = this.#rowsOf(table, partitionKey).has(rowKey);
      if (operation.kind === 'delete' && !isThere) throw new StorageError('refused');
    }
    return operations.map((operation) => this.#apply(table, operation));
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const { partitionKey, rowKeyPrefix = '', where, keysOnly, token } = request;
    const rows = this.#rowsOf(table, partitionKey);
    const keys = [...rows.keys()]
      .filter((key) => key.startsWith(rowKeyPrefix) && (token === undefined || key >= token))
      .sort();
    const size = Math.min(request.size, MOST_ROWS);
    const found = keys
      .slice(0, size)
      .flatMap((key) => rows.get(key) ?? [])
      .filter(({ row }) => hasColumns(row, where));
    return { rows: found.map(keysOnly ? keysOf : copyOf), next: keys[size] };
  }

  async *partitions(table: TableName, matching?: Matching): AsyncGenerator<string> {
    const { rowKeyPrefix = '', where } = matching ?? {};
    const matches = ({ row }: StoredRow) => row.rowKey.startsWith(rowKeyPrefix) && hasColumns(row, where);
    const names = [...this.#partitions].filter(
      ([name, rows]) => name.startsWith(`${table}\0`) && [...rows.values()].some(matches),
    );
    yield* names.map(([name]) => name.slice(table.length + 1)).sort();
  }

  async scan(table: TableName, { changedSince, size = MOST_ROWS, token }: ScanRequest): Promise<Page> {
    const all = [...this.#partitions]
      .filter(([name]) => name.startsWith(`${table}\0`))
      .flatMap(([, rows]) => [...rows.values()])
      .filter(({ changedAt }) => !changedSince || changedAt >= changedSince.toISOString())
      .map((stored): [string, StoredRow] => [`${stored.row.partitionKey}\0${stored.row.rowKey}`, stored])
      .filter(([place]) => token === undefined || place >= token)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const most = Math.min(size, MOST_ROWS);
    return { rows: all.slice(0, most).map(([, stored]) => copyOf(stored)), next: all[most]?.[0] };
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
    rows.set(rowKey, { row: writtenOf(operation.row), etag, changedAt: new Date().toISOString() });
    return etag;
  }
}

/** Columns are plain values. */
const copyOf = (stored: StoredRow): StoredRow => ({ ...stored, row: { ...stored.row } });

const keysOf = ({ row: { partitionKey, rowKey }, etag }: StoredRow): StoredRow => ({
  row: { partitionKey, rowKey },
  etag,
  changedAt: '',
});

/** A column without a value is not stored. */
const writtenOf = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;

function hasColumns(row: Row, where: Matching['where'] = {}): boolean {
  return Object.entries(where).every(([column, value]) => row[column] === value);
}

function placeOf(operation: Operation): Pick<Row, 'partitionKey' | 'rowKey'> {
  return operation.kind === 'delete' ? operation : operation.row;
}
