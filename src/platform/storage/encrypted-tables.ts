/** Tables that encrypt people's words, names and secrets, column by column, before they leave this process. */
import { AppError } from '../errors.js';
import { FieldCipher } from './field-cipher.js';
import type { KeyRing } from './key-ring.js';
import type { Matching, Operation, Page, PageRequest, Row, StoredRow, TableName, Tables } from './tables.js';

/** The columns that are encrypted, by table. */
export type EncryptedColumns = Readonly<Partial<Record<TableName, readonly string[]>>>;

/**
 * Encrypts columns with the first key. Reads values encrypted with any key of the ring,
 * and unencrypted values. Besides the errors of other tables, throws AppError `unexpected` for a value that
 * was changed, moved, or encrypted with a missing key, and `invalid-input` for a filter on an encrypted
 * column.
 */
export class EncryptedTables implements Tables {
  readonly #cipher: FieldCipher;

  constructor(
    private readonly tables: Tables,
    keys: KeyRing,
    private readonly columns: EncryptedColumns,
  ) {
    this.#cipher = new FieldCipher(keys);
  }

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    const stored = await this.tables.get(table, partitionKey, rowKey);
    return stored && this.#opened(table, stored);
  }

  write(table: TableName, operation: Operation): Promise<string | undefined> {
    return this.tables.write(table, this.#sealed(table, operation));
  }

  commit(table: TableName, operations: readonly Operation[]): Promise<(string | undefined)[]> {
    return this.tables.commit(
      table,
      operations.map((operation) => this.#sealed(table, operation)),
    );
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    this.#refuseHidden(table, request.where);
    const page = await this.tables.page(table, request);
    return { ...page, rows: page.rows.map((stored) => this.#opened(table, stored)) };
  }

  partitions(table: TableName, matching?: Matching): AsyncGenerator<string> {
    this.#refuseHidden(table, matching?.where);
    return this.tables.partitions(table, matching);
  }

  /** @throws AppError `invalid-input` for a filter on an encrypted column. */
  #refuseHidden(table: TableName, where: Matching['where'] = {}): void {
    const hidden = Object.keys(where).find((column) => this.columns[table]?.includes(column));
    if (hidden) throw new AppError('invalid-input', { detail: `filter on encrypted ${hidden}` });
  }

  #sealed(table: TableName, operation: Operation): Operation {
    if (operation.kind === 'delete') return operation;
    return {
      ...operation,
      row: changed(table, this.columns[table], operation.row, (text, place) =>
        this.#cipher.seal(text, place),
      ),
    };
  }

  #opened(table: TableName, stored: StoredRow): StoredRow {
    return {
      ...stored,
      row: changed(table, this.columns[table], stored.row, (text, place) => this.#cipher.open(text, place)),
    };
  }
}

/** Applies `change` to the encrypted columns of a row that are not empty. */
export function changed(
  table: TableName,
  encrypted: readonly string[] | undefined,
  row: Row,
  change: (
    text: string,
    place: { table: string; partitionKey: string; rowKey: string; column: string },
  ) => string,
): Row {
  const { partitionKey, rowKey } = row;
  const columns = (encrypted ?? []).flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== ''
      ? [[column, change(value, { table, partitionKey, rowKey, column })] as const]
      : [];
  });
  return columns.length === 0 ? row : { ...row, ...Object.fromEntries(columns) };
}

/** Encrypts the tables when there are keys. */
export function withFieldKeys(tables: Tables, keys: KeyRing | undefined, columns: EncryptedColumns): Tables {
  return keys ? new EncryptedTables(tables, keys, columns) : tables;
}
