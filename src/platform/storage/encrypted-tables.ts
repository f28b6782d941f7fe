/** Tables that encrypt people's words, column by column, before they leave this process. */
import { AppError } from '../errors.js';
import { FieldCipher, type FieldKeys } from './field-cipher.js';
import type { Operation, Page, PageRequest, Row, StoredRow, TableName, Tables } from './tables.js';

/** The columns with people's words. They cannot be filtered. */
export const ENCRYPTED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Cases: ['body', 'narrative'],
  Drafts: ['narrative', 'chosen'],
  People: ['words', 'answer'],
};

/**
 * Encrypts the columns of `ENCRYPTED` with the first key. Reads values encrypted with any key of the ring,
 * and unencrypted values. Besides the errors of other tables, throws AppError `unexpected` for a value that
 * was changed, moved, or encrypted with a missing key, and `invalid-input` for a filter on an encrypted
 * column.
 */
export class EncryptedTables implements Tables {
  readonly #cipher: FieldCipher;

  constructor(
    private readonly tables: Tables,
    keys: FieldKeys,
  ) {
    this.#cipher = new FieldCipher(keys);
  }

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    const stored = await this.tables.get(table, partitionKey, rowKey);
    return stored && this.#opened(table, stored);
  }

  write(table: TableName, operation: Operation): Promise<void> {
    return this.tables.write(table, this.#sealed(table, operation));
  }

  commit(table: TableName, operations: readonly Operation[]): Promise<void> {
    return this.tables.commit(
      table,
      operations.map((operation) => this.#sealed(table, operation)),
    );
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const asked = Object.keys(request.where ?? {});
    const hidden = asked.find((column) => ENCRYPTED[table]?.includes(column));
    if (hidden) throw new AppError('invalid-input', { detail: `filter on encrypted ${hidden}` });
    const page = await this.tables.page(table, request);
    return { ...page, rows: page.rows.map((stored) => this.#opened(table, stored)) };
  }

  partitions(table: TableName): AsyncGenerator<string> {
    return this.tables.partitions(table);
  }

  #sealed(table: TableName, operation: Operation): Operation {
    if (operation.kind === 'delete') return operation;
    return {
      ...operation,
      row: changed(table, operation.row, (text, place) => this.#cipher.seal(text, place)),
    };
  }

  #opened(table: TableName, stored: StoredRow): StoredRow {
    return { ...stored, row: changed(table, stored.row, (text, place) => this.#cipher.open(text, place)) };
  }
}

/** Applies `change` to the encrypted columns of a row that are not empty. */
export function changed(
  table: TableName,
  row: Row,
  change: (
    text: string,
    place: { table: string; partitionKey: string; rowKey: string; column: string },
  ) => string,
): Row {
  const { partitionKey, rowKey } = row;
  const columns = (ENCRYPTED[table] ?? []).flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== ''
      ? [[column, change(value, { table, partitionKey, rowKey, column })] as const]
      : [];
  });
  return columns.length === 0 ? row : { ...row, ...Object.fromEntries(columns) };
}

/** Encrypts the tables when there are keys. */
export function withFieldKeys(tables: Tables, keys: FieldKeys | undefined): Tables {
  return keys ? new EncryptedTables(tables, keys) : tables;
}
