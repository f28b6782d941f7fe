import { TableClient, type TableServiceClientOptions, type TransactionAction } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';
import { brokenPipeAsReset } from './broken-pipe.js';
import { StorageError } from './errors.js';
import { checkRow, checkTransaction } from './limits.js';
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
} from './tables.js';

/** An endpoint with a credential, or the connection string of an emulator. */
export type StorageAccess = { endpoint: string; credential: TokenCredential } | { connectionString: string };

/** Teams waits 10 to 15 s for an invoke; a request to storage, with its retries, gets 3 s of that. */
const DEADLINE_MS = 3_000;

/** The service returns at most this many rows at once. */
const SCAN_SIZE = 1_000;

const OPTIONS: TableServiceClientOptions = {
  retryOptions: { maxRetries: 2, retryDelayInMs: 150, maxRetryDelayInMs: 600 },
  additionalPolicies: [brokenPipeAsReset],
};

/** `Tables` over Azure Table Storage, Azurite, or the Table API of Cosmos DB. */
export class AzureTables implements StoredTables {
  readonly #clients: ReadonlyMap<TableName, TableClient>;

  /**
   * @param names of the tables that there are.
   * @param deadlineMs of one request with its retries.
   */
  constructor(
    access: StorageAccess,
    names: readonly TableName[],
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    this.#clients = new Map(names.map((name) => [name, createClient(access, name)]));
  }

  /** Creates the missing tables. */
  async prepare(): Promise<void> {
    await Promise.all([...this.#clients.values()].map((client) => client.createTable()));
  }

  async get(table: TableName, partitionKey: string, rowKey: string): Promise<StoredRow | undefined> {
    try {
      return toStored(await this.#client(table).getEntity(partitionKey, rowKey, this.#signal()));
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw translate(error);
    }
  }

  async write(table: TableName, operation: Operation): Promise<string | undefined> {
    const client = this.#client(table);
    if (operation.kind !== 'delete') checkRow(operation.row);
    try {
      switch (operation.kind) {
        case 'insert':
          return (await client.createEntity(operation.row, this.#signal())).etag;
        case 'upsert':
          return (await client.upsertEntity(operation.row, 'Replace', this.#signal())).etag;
        case 'replace':
          return (
            await client.updateEntity(operation.row, 'Replace', { etag: operation.etag, ...this.#signal() })
          ).etag;
        case 'delete':
          await client.deleteEntity(operation.partitionKey, operation.rowKey, this.#signal());
          return undefined;
      }
    } catch (error) {
      if (operation.kind === 'delete' && statusOf(error) === 404) return undefined;
      throw translate(error, [operation]);
    }
  }

  async commit(table: TableName, operations: readonly Operation[]): Promise<(string | undefined)[]> {
    checkTransaction(operations);
    try {
      const done = await this.#client(table).submitTransaction(operations.map(toAction), this.#signal());
      return operations.map((_, at) => done.subResponses[at]?.etag);
    } catch (error) {
      throw translate(error, operations);
    }
  }

  async page(table: TableName, request: PageRequest): Promise<Page> {
    const { partitionKey, rowKeyPrefix: prefix, where = {}, keysOnly, size, token } = request;
    const select = keysOnly && { select: ['PartitionKey', 'RowKey'] };
    const filter = [
      `PartitionKey eq '${quote(partitionKey)}'`,
      ...conditionsOf({ rowKeyPrefix: prefix, where }),
    ].join(' and ');
    return this.#page(table, { filter, ...select }, { size, token });
  }

  scan(table: TableName, { changedSince, size = SCAN_SIZE, token }: ScanRequest): Promise<Page> {
    const filter = changedSince && { filter: `Timestamp ge datetime'${changedSince.toISOString()}'` };
    return this.#page(table, { ...filter }, { size, token });
  }

  async #page(
    table: TableName,
    queryOptions: { filter?: string; select?: string[] },
    { size, token }: { size: number; token?: string | undefined },
  ): Promise<Page> {
    try {
      const pages = this.#client(table)
        .listEntities({ queryOptions, ...this.#signal() })
        .byPage({ maxPageSize: size, ...(token && { continuationToken: token }) });
      const { value } = await pages.next();
      if (!value) return { rows: [] };
      return { rows: value.map(toStored), next: value.continuationToken };
    } catch (error) {
      throw translate(error);
    }
  }

  async *partitions(table: TableName, matching?: Matching): AsyncGenerator<string> {
    let last: string | undefined;
    let token: string | undefined;
    do {
      const page = await this.#keys(table, matching, token);
      for (const key of page.keys) {
        if (key !== last) yield key;
        last = key;
      }
      token = page.next;
    } while (token !== undefined);
  }

  /** Returns the partition key of every row of a page. */
  async #keys(
    table: TableName,
    matching: Matching | undefined,
    token: string | undefined,
  ): Promise<{ keys: string[]; next?: string }> {
    const filter = matching && { filter: conditionsOf(matching).join(' and ') };
    try {
      const pages = this.#client(table)
        .listEntities<{ partitionKey: string }>({
          queryOptions: { ...filter, select: ['PartitionKey'] },
          ...this.#signal(),
        })
        .byPage({ maxPageSize: SCAN_SIZE, ...(token && { continuationToken: token }) });
      const { value } = await pages.next();
      if (!value) return { keys: [] };
      const keys = [...value].map((entity) => String(entity.partitionKey));
      return { keys, next: value.continuationToken };
    } catch (error) {
      throw translate(error);
    }
  }

  #client(table: TableName): TableClient {
    const client = this.#clients.get(table);
    if (!client) throw new Error(`there is no table ${table}`);
    return client;
  }

  #signal() {
    return { abortSignal: AbortSignal.timeout(this.deadlineMs) };
  }
}

function createClient(access: StorageAccess, table: TableName): TableClient {
  return 'connectionString' in access
    ? TableClient.fromConnectionString(access.connectionString, table, {
        ...OPTIONS,
        allowInsecureConnection: true,
      })
    : new TableClient(access.endpoint, table, access.credential, OPTIONS);
}

function toAction(operation: Operation): TransactionAction {
  switch (operation.kind) {
    case 'insert':
      return ['create', operation.row];
    case 'upsert':
      return ['upsert', operation.row, 'Replace'];
    case 'replace':
      return ['update', operation.row, 'Replace', { etag: operation.etag }];
    case 'delete':
      return ['delete', { partitionKey: operation.partitionKey, rowKey: operation.rowKey }];
  }
}

function toStored(entity: Record<string, unknown>): StoredRow {
  const { etag, timestamp = '', ...row } = entity;
  for (const name of Object.keys(row)) if (name.startsWith('odata.')) delete row[name];
  return {
    row: row as Row,
    etag: String(etag ?? entity['odata.etag']),
    changedAt: String(timestamp),
  };
}

/** @param tried a row to replace that is gone has changed since it was read. */
function translate(error: unknown, tried: readonly Operation[] = []): StorageError {
  const status = statusOf(error);
  const isGone = status === 404 && tried.some(({ kind }) => kind === 'replace');
  const failure =
    status === 409
      ? 'exists'
      : status === 412 || isGone
        ? 'stale'
        : status === undefined || status === 408 || status === 429 || status >= 500
          ? 'unavailable'
          : 'refused';
  return new StorageError(failure, { cause: error });
}

function statusOf(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function conditionsOf({ rowKeyPrefix: prefix, where }: Matching): string[] {
  return [
    ...(!prefix ? [] : [`RowKey ge '${quote(prefix)}'`, `RowKey lt '${quote(after(prefix))}'`]),
    ...Object.entries(where).map(
      ([column, value]) => `${column} eq ${typeof value === 'string' ? `'${quote(value)}'` : value}`,
    ),
  ];
}

const quote = (text: string) => text.replaceAll("'", "''");

/** Returns the first key after all keys that begin with `prefix`. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}
