/** The storage that local mode works on. */
import { AzureTables } from '../platform/storage/azure-tables.js';
import { AzureBlobs, BACKUPS, EVIDENCE, type StoredBlobs } from '../platform/storage/blobs.js';
import { AzureQueue, type Queue } from '../platform/storage/queue.js';
import type { StoredTables } from '../platform/storage/tables.js';
import { TABLE_NAMES } from '../tables.js';

export interface Stores {
  tables: StoredTables;
  /** The files of cases. */
  blobs: StoredBlobs;
  /** The nightly copies. */
  backups: StoredBlobs;
  queue: Queue;
  poison: Queue;
}

/**
 * Opens the storage of an emulator that runs, and makes what is missing in it.
 * @param tablesDeadlineMs of one request to the tables.
 */
export async function emulatorStores(connectionString: string, tablesDeadlineMs?: number): Promise<Stores> {
  const access = { connectionString };
  const stores = {
    tables: new AzureTables(access, TABLE_NAMES, tablesDeadlineMs),
    blobs: new AzureBlobs(access, EVIDENCE),
    backups: new AzureBlobs(access, BACKUPS),
    queue: new AzureQueue(access, 'work'),
    poison: new AzureQueue(access, 'work-poison'),
  };
  await Promise.all(Object.values(stores).map((part) => part.prepare()));
  return stores;
}
