import { emulatorStores, type Stores } from '../../src/local/stores.js';
import type { StoredBlobs } from '../../src/platform/storage/blobs.js';
import type { Row, StoredRow, StoredTables, TableName } from '../../src/platform/storage/tables.js';
import { freshAccount } from './emulator.js';
import { memoryStores } from './memory-stores.js';

/** The emulator of many tests at once pauses for longer than the service. */
const TABLES_DEADLINE_MS = 15_000;

/** Empty storage: in memory, or on the emulator where `STORAGE` is `azurite`. */
export async function freshStores(): Promise<Stores> {
  return process.env.STORAGE === 'azurite' ? azuriteStores() : memoryStores();
}

/** Empty storage on the emulator. @param connectionString of an account, where others use it too. */
export async function azuriteStores(connectionString?: string): Promise<Stores> {
  return emulatorStores(connectionString ?? (await freshAccount()), TABLES_DEADLINE_MS);
}

/** The rows of a table that have these values, as stored, without decryption. */
export async function rawRows(
  tables: StoredTables,
  table: TableName,
  values: Partial<Row> = {},
): Promise<Row[]> {
  const rows = (await storedRows(tables, table)).map(({ row }) => row);
  return rows.filter((row) => Object.entries(values).every(([column, value]) => row[column] === value));
}

/** The same rows with their ETags. */
export async function storedRows(tables: StoredTables, table: TableName): Promise<StoredRow[]> {
  const found: StoredRow[] = [];
  let token: string | undefined;
  do {
    const { rows, next } = await tables.scan(table, { token });
    found.push(...rows);
    token = next;
  } while (token !== undefined);
  return found;
}

/** The files of a container as stored, without decryption. */
export async function rawBlobs(blobs: StoredBlobs): Promise<{ path: string; content: Buffer }[]> {
  const files: { path: string; content: Buffer }[] = [];
  for await (const path of blobs.paths()) files.push({ path, content: (await blobs.get(path)) as Buffer });
  return files;
}

/** The paths of all files in a container. */
export async function blobPaths(blobs: StoredBlobs): Promise<string[]> {
  return (await rawBlobs(blobs)).map(({ path }) => path);
}

/** Replaces all files of a container, as a person with write access to storage could. */
export async function overwriteBlobs(blobs: StoredBlobs, content: Buffer): Promise<void> {
  for (const path of await blobPaths(blobs)) await blobs.put(path, content, 'application/octet-stream');
}
