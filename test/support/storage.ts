import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import { type LocalStorage, startAzurite } from '../../src/local/azurite.js';
import type { TableName } from '../../src/platform/storage/tables.js';

/** Of the accounts that every emulator of the tests has. */
export const ACCOUNT_KEY = Buffer.from('a key of the tests').toString('base64');
const ACCOUNTS = 2_400;
const ACCOUNTS_OF_A_PROCESS = 600;
const BUILT_IN = 'devstoreaccount1';
/** Where the processes that run test files find the emulator. */
const CONNECTION = 'TEST_STORAGE';

let storage: LocalStorage | undefined;
let used = 0;

/** Starts one in-memory emulator for the whole run, with many accounts: each test world gets its own. */
export async function startTestStorage(): Promise<void> {
  offerAccounts();
  storage = await startAzurite();
  process.env[CONNECTION] = storage.connectionString;
}

/** Emulators that are started from now on have the accounts `test0`, `test1` and so on. */
export function offerAccounts(): void {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => `test${at}:${ACCOUNT_KEY}`);
  process.env.AZURITE_ACCOUNTS = accounts.join(';');
}

export async function stopTestStorage(): Promise<void> {
  await storage?.stop();
}

/** The connection string of an unused account. */
export function freshAccount(): string {
  const connectionString = process.env[CONNECTION];
  if (!connectionString) throw new Error('the storage of the tests has not been started');
  if (used === ACCOUNTS_OF_A_PROCESS) throw new Error('more worlds than accounts');
  // Each process that runs test files has a number.
  const first = Number(process.env.MOCHA_WORKER_ID ?? 0) * ACCOUNTS_OF_A_PROCESS;
  return connectionString
    .replace(/AccountKey=[^;]+/, `AccountKey=${ACCOUNT_KEY}`)
    .replaceAll(BUILT_IN, `test${first + used++}`);
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

/** The files of a container as stored, without decryption. */
export async function rawBlobs(
  connectionString: string,
  container: string,
): Promise<{ path: string; content: Buffer }[]> {
  const client = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
  const files: { path: string; content: Buffer }[] = [];
  for await (const { name: path } of client.listBlobsFlat()) {
    files.push({ path, content: await client.getBlobClient(path).downloadToBuffer() });
  }
  return files;
}

/** The paths of all files in a container. */
export async function blobPaths(connectionString: string, container: string): Promise<string[]> {
  return (await rawBlobs(connectionString, container)).map(({ path }) => path);
}

/** Replaces all files of a container, as somebody could who may write to storage. */
export async function overwriteBlobs(
  connectionString: string,
  container: string,
  content: Buffer,
): Promise<void> {
  const client = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
  for (const path of await blobPaths(connectionString, container)) {
    await client.getBlockBlobClient(path).uploadData(content);
  }
}
