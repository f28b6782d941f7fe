/** One entity. Keys may hold neither `/ \ # ?` nor control characters; strings at most 32,768 units. */
export interface Row {
  partitionKey: string;
  rowKey: string;
  [column: string]: string | number | boolean | undefined;
}

export interface StoredRow {
  row: Row;
  etag: string;
}

/** `insert` fails when the row exists, `replace` when it is not the version of that ETag. */
export type Operation =
  | { kind: 'insert' | 'upsert'; row: Row }
  | { kind: 'replace'; row: Row; etag: string }
  | { kind: 'delete'; partitionKey: string; rowKey: string };

export interface PageRequest {
  partitionKey: string;
  rowKeyPrefix?: string;
  /** Only rows whose columns hold these; a page may then be shorter than `size` and not the last. */
  where?: Readonly<Record<string, string>>;
  size: number;
  /** The `next` of the page before. */
  token?: string;
}

export interface Page {
  rows: StoredRow[];
  next?: string;
}

/**
 * The tables of Azure Table Storage, as far as this project uses them.
 * Every method throws StorageError, and AppError `too-large` or `invalid-input` for what the service would
 * not take.
 */
export interface Tables {
  get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined>;
  /** Carries out one operation. Deleting what is not there is no error. */
  write(table: TableName, operation: Operation): Promise<void>;
  /** All or nothing, within one partition, each row at most once. */
  commit(table: TableName, operations: readonly Operation[]): Promise<void>;
  /** Rows of one partition in the order of their keys. */
  page(table: TableName, request: PageRequest): Promise<Page>;
  /** The key of every partition, each once, in their order. Reads the whole table: for repairs, never for a request. */
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

/** Reads a whole partition, or the part of it under a prefix, page by page. */
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

/** An id of Teams as a key: those of conversations and teams hold characters that a key may not. */
export const keyOf = (id: string): string => encodeURIComponent(id).replaceAll('%', '_');
