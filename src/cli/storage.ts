import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import { startAzurite } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { readSettings } from '../settings.js';
import { AzureTables } from '../storage/azure-tables.js';
import { withFieldKeys } from '../storage/encrypted-tables.js';
import type { FieldKeys } from '../storage/field-cipher.js';
import type { Tables } from '../storage/tables.js';

interface OpenedTables {
  tables: Tables;
  /** The same, with what is encrypted left as it is. */
  raw: Tables;
  fieldKeys?: FieldKeys;
  close: () => Promise<void>;
}

/** The tables of the bot that the environment speaks of: of a running local one, of its folder, or of Azure. */
export async function openTables(): Promise<OpenedTables> {
  const settings = readSettings(process.env);
  const { fieldKeys } = settings;
  const opened = (raw: Tables, close = async () => {}): OpenedTables => ({
    tables: withFieldKeys(raw, fieldKeys),
    raw,
    fieldKeys,
    close,
  });
  if (settings.mode === 'production') {
    const access = { endpoint: settings.storage.tablesEndpoint, credential: new DefaultAzureCredential() };
    return opened(new AzureTables(access));
  }
  const running = findRunning(settings.dataDir);
  if (running !== undefined) return opened(new AzureTables({ connectionString: running }));
  const storage = await startAzurite(join(settings.dataDir, 'azurite'));
  const tables = new AzureTables({ connectionString: storage.connectionString });
  await tables.prepare();
  return opened(tables, () => storage.stop());
}
