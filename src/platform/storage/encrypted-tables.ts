/** Tables in which what people tell is encrypted, column by column, before it leaves this process. */
import { AppError } from '../errors.js';
import { FieldCipher, type FieldKeys } from './field-cipher.js';
import type { Operation, Page, PageRequest, Row, StoredRow, TableName, Tables } from './tables.js';

/** The columns that hold what people tell. Nothing can be looked up by them. */
export const ENCRYPTED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Cases: ['body', 'narrative'],
  Drafts: ['narrative', 'chosen'],
  People: ['words', 'answer'],
};

/**
 * `Tables` that encrypt what `ENCRYPTED` names with the first key, and read what any key of the ring wrote, or
 * nobody encrypted. Besides what other tables throw: AppError `unexpected` for a value that was changed, moved, or
 * written with a key that is gone; `invalid-input` for a filter on an encrypted column.
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

/** The row with its encrypted columns, as far as there are words in them, changed. */
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

/** The same tables, encrypted where there are keys. */
export function withFieldKeys(tables: Tables, keys: FieldKeys | undefined): Tables {
  return keys ? new EncryptedTables(tables, keys) : tables;
}
