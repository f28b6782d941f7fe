import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { type LocalStorage, startAzurite } from '../../src/local/azurite.js';
import type { TableName } from '../../src/platform/storage/tables.js';

const KEY = Buffer.from('a key of the tests').toString('base64');
const ACCOUNTS = 400;
const BUILT_IN = 'devstoreaccount1';

let storage: LocalStorage | undefined;
let used = 0;

/** Starts one in-memory emulator for the whole run, with many accounts: each test world gets its own. */
export async function startTestStorage(): Promise<void> {
  process.env.AZURITE_ACCOUNTS = Array.from({ length: ACCOUNTS }, (_, at) => `test${at}:${KEY}`).join(';');
  storage = await startAzurite();
}

export async function stopTestStorage(): Promise<void> {
  await storage?.stop();
}

/** The connection string of an unused account. */
export function freshAccount(): string {
  if (!storage) throw new Error('the storage of the tests has not been started');
  if (used === ACCOUNTS) throw new Error('more worlds than accounts');
  return storage.connectionString
    .replace(/AccountKey=[^;]+/, `AccountKey=${KEY}`)
    .replaceAll(BUILT_IN, `test${used++}`);
}

interface RawRow {
  rowKey: string;
  [column: string]: unknown;
}

/** The rows of a table as stored, without decryption. */
export async function rawRows(
  connectionString: string,
  table: TableName,
  filter?: string,
): Promise<RawRow[]> {
  const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
  const rows: RawRow[] = [];
  for await (const row of client.listEntities<RawRow>({ queryOptions: { filter } })) rows.push(row as RawRow);
  return rows;
}

/** The paths of all files in a container. */
export async function blobPaths(connectionString: string, container: string): Promise<string[]> {
  const client = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
  const paths: string[] = [];
  for await (const { name } of client.listBlobsFlat()) paths.push(name);
  return paths;
}
