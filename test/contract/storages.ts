/** The storages that have to behave the same. */
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { EncryptedTables } from '../../src/platform/storage/encrypted-tables.js';
import type { StoredTables, Tables } from '../../src/platform/storage/tables.js';
import { ENCRYPTED, TABLE_NAMES } from '../../src/tables.js';
import { freshAccount } from '../support/emulator.js';
import { aFieldKey } from '../support/field-keys.js';
import { memoryStores } from '../support/memory-stores.js';

/** The first test of a run that needs it waits for the emulator. */
export const EMULATOR_STARTS_MS = 60_000;

async function azureTables(): Promise<StoredTables> {
  const tables = new AzureTables({ connectionString: await freshAccount() }, TABLE_NAMES);
  await tables.prepare();
  return tables;
}

export const STORED_TABLES: readonly [string, () => Promise<StoredTables>][] = [
  ['Azurite', azureTables],
  ['memory', async () => memoryStores().tables],
];

export const TABLES: readonly [string, () => Promise<Tables>][] = [
  ...STORED_TABLES,
  ['encrypted', async () => new EncryptedTables(await azureTables(), [aFieldKey('k1')], ENCRYPTED)],
];
