import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import { startAzurite } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { readSettings } from '../settings.js';
import { AzureTables } from '../storage/azure-tables.js';

/** The tables of the bot that the environment speaks of: of a running local one, of its folder, or of Azure. */
export async function openTables(): Promise<{ tables: AzureTables; close: () => Promise<void> }> {
  const settings = readSettings(process.env);
  if (settings.mode === 'production') {
    const access = { endpoint: settings.storage.tablesEndpoint, credential: new DefaultAzureCredential() };
    return { tables: new AzureTables(access), close: async () => {} };
  }
  const running = findRunning(settings.dataDir);
  if (running !== undefined) {
    return { tables: new AzureTables({ connectionString: running }), close: async () => {} };
  }
  const storage = await startAzurite(join(settings.dataDir, 'azurite'));
  const tables = new AzureTables({ connectionString: storage.connectionString });
  await tables.prepare();
  return { tables, close: () => storage.stop() };
}
