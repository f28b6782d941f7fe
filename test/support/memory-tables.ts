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
import { TABLE_NAMES } from '../../src/tables.js';
import { SortedMap } from './sorted-map.js';

/** The service returns at most this many rows at once. */
const MOST_ROWS = 1_000;

type Partition = SortedMap<StoredRow>;
const NOTHING: Partition = new SortedMap();

/** `Tables` in memory. `test/contract` runs them through the same tests as the real ones. */
export class MemoryTables implements StoredTables {
  readonly #tables = new Map<TableName, SortedMap<Partition>>();
  #version = 0;

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    const stored = this.#partition(table, partitionKey).get(rowKey);
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
      const isThere = this.#partition(table, partitionKey).get(rowKey);
      if (operation.kind === 'delete' && !isThere) throw new StorageError('refused');
    }
    return operations.map((operation) => this.#apply(table, operation));
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const { partitionKey, rowKeyPrefix = '', where, keysOnly, token = rowKeyPrefix } = request;
    const rows = this.#partition(table, partitionKey);
    const size = Math.min(request.size, MOST_ROWS);
    const keys = rows.keysFrom(token, size + 1).filter((key) => key.startsWith(rowKeyPrefix));
    const found = keys
      .slice(0, size)
      .flatMap((key) => rows.get(key) ?? [])
      .filter(({ row }) => hasColumns(row, where));
    return { rows: found.map(keysOnly ? keysOf : copyOf), next: keys[size] };
  }

  async *partitions(table: TableName, matching?: Matching): AsyncGenerator<string> {
    const { rowKeyPrefix = '', where } = matching ?? {};
    const matches = ({ row }: StoredRow) => row.rowKey.startsWith(rowKeyPrefix) && hasColumns(row, where);
    const partitions = this.#partitionsOf(table);
    yield* partitions.keysFrom('').filter((key) => [...(partitions.get(key)?.values() ?? [])].some(matches));
  }

  async scan(table: TableName, { changedSince, size = MOST_ROWS, token }: ScanRequest): Promise<Page> {
    const since = changedSince?.toISOString() ?? '';
    const [first = '', from = ''] = token?.split('\0') ?? [];
    const partitions = this.#partitionsOf(table);
    const most = Math.min(size, MOST_ROWS);
    const found: StoredRow[] = [];
    for (const partitionKey of partitions.keysFrom(first)) {
      const rows = partitions.get(partitionKey) ?? NOTHING;
      for (const rowKey of rows.keysFrom(partitionKey === first ? from : '')) {
        const stored = rows.get(rowKey);
        if (!stored || stored.changedAt < since) continue;
        if (found.length === most) return { rows: found, next: `${partitionKey}\0${rowKey}` };
        found.push(copyOf(stored));
      }
    }
    return { rows: found };
  }

  #partitionsOf(table: TableName): SortedMap<Partition> {
    if (!TABLE_NAMES.includes(table)) throw new Error(`there is no table ${table}`);
    const partitions = this.#tables.get(table) ?? new SortedMap();
    this.#tables.set(table, partitions);
    return partitions;
  }

  #partition(table: TableName, partitionKey: string): Partition {
    return this.#partitionsOf(table).get(partitionKey) ?? NOTHING;
  }

  #check(table: TableName, operation: Operation): void {
    const { partitionKey, rowKey } = placeOf(operation);
    const stored = this.#partition(table, partitionKey).get(rowKey);
    if (operation.kind === 'insert' && stored) throw new StorageError('exists');
    if (operation.kind === 'replace') {
      if (stored?.etag !== operation.etag) throw new StorageError('stale');
    }
  }

  #apply(table: TableName, operation: Operation): string | undefined {
    const { partitionKey, rowKey } = placeOf(operation);
    const partitions = this.#partitionsOf(table);
    const rows: Partition = partitions.get(partitionKey) ?? new SortedMap();
    if (operation.kind === 'delete') {
      rows.delete(rowKey);
      if (rows.size === 0) partitions.delete(partitionKey);
      return undefined;
    }
    const etag = `"${++this.#version}"`;
    rows.set(rowKey, { row: writtenOf(operation.row), etag, changedAt: new Date().toISOString() });
    partitions.set(partitionKey, rows);
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
