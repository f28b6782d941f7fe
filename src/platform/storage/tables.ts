/**
 * One entity. Keys may not contain `/ \ # ?` or control characters; strings have at most 32,768 UTF-16 units.
 */
export interface Row {
  partitionKey: string;
  rowKey: string;
  [column: string]: string | number | boolean | undefined;
}

export interface StoredRow {
  row: Row;
  etag: string;
  /** When it was last written, by the clock of storage: ISO 8601. Empty where only keys were read. */
  changedAt: string;
}

/** `insert` fails when the row exists, `replace` when its ETag has changed. */
export type Operation =
  | { kind: 'insert' | 'upsert'; row: Row }
  | { kind: 'replace'; row: Row; etag: string }
  | { kind: 'delete'; partitionKey: string; rowKey: string };

export interface PageRequest {
  partitionKey: string;
  rowKeyPrefix?: string | undefined;
  /**
   * Returns only rows with these column values; a page may then be shorter than `size` without being the
   * last.
   */
  where?: Readonly<Record<string, string>> | undefined;
  /** Returns the keys of the rows alone. */
  keysOnly?: boolean;
  size: number;
  /** The `next` of the previous page. */
  token?: string | undefined;
}

export interface Page {
  rows: StoredRow[];
  next?: string | undefined;
}

/** Rows of any partition that have this prefix and these column values. */
export interface Matching {
  rowKeyPrefix?: string | undefined;
  where: Readonly<Record<string, string | boolean>>;
}

/**
 * The part of Azure Table Storage that this project uses. Every method throws StorageError, and AppError
 * `too-large` or `invalid-input` for requests the service would refuse.
 */
export interface Tables {
  get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined>;
  /** Carries out one operation and returns the new ETag of the row. Deleting a missing row is no error. */
  write(table: TableName, operation: Operation): Promise<string | undefined>;
  /**
   * Carries out all operations or none, within one partition and with each row at most once. Returns the new ETags of the
   * rows, in the order of the operations; undefined for a deleted one.
   */
  commit(table: TableName, operations: readonly Operation[]): Promise<(string | undefined)[]>;
  /** Returns rows of one partition in the order of their keys. */
  page(table: TableName, request: PageRequest): Promise<Page>;
  /**
   * Returns each partition key once, in order; only of partitions with a row that matches, when `matching` is given.
   * Reads the whole table: for maintenance, never in a request.
   */
  partitions(table: TableName, matching?: Matching): AsyncGenerator<string>;
}

export interface ScanRequest {
  /** Only rows that were written since, by the clock of storage. */
  changedSince?: Date | undefined;
  size?: number;
  /** The `next` of the previous page. */
  token?: string | undefined;
}

/** Tables as they are stored, which can be read row by row: for copies, never in a request. */
export interface StoredTables extends Tables {
  /** Returns rows of all partitions in the order of their keys. A page may be empty without being the last. */
  scan(table: TableName, request: ScanRequest): Promise<Page>;
}

/** The name of a table that is declared. */
export type TableName = string;

/** Reads a whole partition, or its rows with a prefix, page by page. */
export function rowsOf(
  tables: Tables,
  table: TableName,
  partitionKey: string,
  rowKeyPrefix?: string,
): AsyncGenerator<StoredRow> {
  return allOf(tables, table, { partitionKey, rowKeyPrefix });
}

/** The same for the row keys alone: less is sent, and nothing has to be decrypted. */
export async function* rowKeysOf(
  tables: Tables,
  table: TableName,
  partitionKey: string,
  rowKeyPrefix?: string,
): AsyncGenerator<string> {
  for await (const { row } of allOf(tables, table, { partitionKey, rowKeyPrefix, keysOnly: true })) {
    yield row.rowKey;
  }
}

async function* allOf(
  tables: Tables,
  table: TableName,
  request: Omit<PageRequest, 'size' | 'token'>,
): AsyncGenerator<StoredRow> {
  let token: string | undefined;
  do {
    const page = await tables.page(table, { ...request, size: 1000, token });
    yield* page.rows;
    token = page.next;
  } while (token !== undefined);
}

/** Turns an id of Teams into a key: ids of conversations and teams contain characters that keys may not. */
export const keyOf = (id: string): string => encodeURIComponent(id).replaceAll('%', '_');
