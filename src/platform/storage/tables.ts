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
}

/** `insert` fails when the row exists, `replace` when its ETag has changed. */
export type Operation =
  | { kind: 'insert' | 'upsert'; row: Row }
  | { kind: 'replace'; row: Row; etag: string }
  | { kind: 'delete'; partitionKey: string; rowKey: string };

export interface PageRequest {
  partitionKey: string;
  rowKeyPrefix?: string;
  /**
   * Returns only rows with these column values; a page may then be shorter than `size` without being the
   * last.
   */
  where?: Readonly<Record<string, string>>;
  size: number;
  /** The `next` of the previous page. */
  token?: string;
}

export interface Page {
  rows: StoredRow[];
  next?: string;
}

/**
 * The part of Azure Table Storage that this project uses. Every method throws StorageError, and AppError
 * `too-large` or `invalid-input` for what the service would refuse.
 */
export interface Tables {
  get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined>;
  /** Carries out one operation. Deleting a missing row is no error. */
  write(table: TableName, operation: Operation): Promise<void>;
  /** Carries out all operations or none, within one partition and with each row at most once. */
  commit(table: TableName, operations: readonly Operation[]): Promise<void>;
  /** Returns rows of one partition in the order of their keys. */
  page(table: TableName, request: PageRequest): Promise<Page>;
  /**
   * Returns each partition key once, in order. Reads the whole table: for maintenance, never in a request.
   */
  partitions(table: TableName): AsyncGenerator<string>;
}

export const TABLE_NAMES = [
  'Cases',
  'CaseIndex',
  'Drafts',
  'People',
  'Conversations',
  'Feedback',
  'Activities',
  'Tickets',
  'Trainings',
  'Deletions',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Reads a whole partition, or its rows with a prefix, page by page. */
export async function* rowsOf(
  tables: Tables,
  table: TableName,
  partitionKey: string,
  rowKeyPrefix?: string,
): AsyncGenerator<StoredRow> {
  let token: string | undefined;
  do {
    const page = await tables.page(table, { partitionKey, rowKeyPrefix, size: 1000, token });
    yield* page.rows;
    token = page.next;
  } while (token !== undefined);
}

/** Turns an id of Teams into a key: ids of conversations and teams contain characters that keys may not. */
export const keyOf = (id: string): string => encodeURIComponent(id).replaceAll('%', '_');
