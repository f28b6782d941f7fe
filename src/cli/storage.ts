import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import { systemClock } from '../clock.js';
import { startAzurite } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { createLog } from '../log.js';
import { graphBy } from '../people/graph/credential.js';
import { GraphDirectory } from '../people/graph/graph-directory.js';
import type { Directory } from '../people/person.js';
import { TableDirectory } from '../people/table-directory.js';
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

/** The directory that the bot asks: the table or, where the environment says so, Microsoft Graph. */
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
