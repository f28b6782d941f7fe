import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import { startAzurite } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { systemClock } from '../platform/clock.js';
import { createLog } from '../platform/log.js';
import { graphBy } from '../platform/people/graph/credential.js';
import { GraphDirectory } from '../platform/people/graph/graph-directory.js';
import type { Directory } from '../platform/people/person.js';
import { TableDirectory } from '../platform/people/table-directory.js';
import { AzureTables } from '../platform/storage/azure-tables.js';
import { withFieldKeys } from '../platform/storage/encrypted-tables.js';
import type { FieldKeys } from '../platform/storage/field-cipher.js';
import type { Tables } from '../platform/storage/tables.js';
import { readSettings } from '../settings.js';

interface OpenedTables {
  tables: Tables;
  /** The same tables without decryption. */
  raw: Tables;
  fieldKeys?: FieldKeys;
  close: () => Promise<void>;
}

/** Opens the tables that the environment selects: of a running local bot, of its data folder, or of Azure. */
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

/** Opens the directory that the bot uses: the table or, when the environment says so, Microsoft Graph. */
export function openDirectory(tables: Tables): Directory {
  const settings = readSettings(process.env);
  const people = new TableDirectory(tables);
  if (settings.mode === 'local' || !settings.graph.directory) return people;
  const { endpoint, outOfOffice } = settings.graph;
  const client = graphBy(endpoint, new DefaultAzureCredential(), systemClock);
  return new GraphDirectory(client, people, {
    clock: systemClock,
    log: createLog(settings.logLevel),
    outOfOffice,
  });
}
