import { join } from 'node:path';
import { DefaultAzureCredential } from '@azure/identity';
import { startAzurite } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { systemClock } from '../platform/clock.js';
import { createLog } from '../platform/log.js';
import { graphBy } from '../platform/people/graph/credential.js';
import { GraphDirectory } from '../platform/people/graph/graph-directory.js';
import type { Directory, Person } from '../platform/people/person.js';
import { TableDirectory } from '../platform/people/table-directory.js';
import { AzureTables } from '../platform/storage/azure-tables.js';
import { AzureBlobs, EVIDENCE } from '../platform/storage/blobs.js';
import { withFieldKeys } from '../platform/storage/encrypted-tables.js';
import type { KeyRing } from '../platform/storage/key-ring.js';
import { Signer } from '../platform/storage/signer.js';
import type { Tables } from '../platform/storage/tables.js';
import { readSettings } from '../settings.js';

interface OpenedTables {
  tables: Tables;
  /** The same tables without decryption. */
  raw: Tables;
  /** The files about cases, without decryption. */
  rawBlobs: AzureBlobs;
  fieldKeys?: KeyRing;
  signer: Signer;
  close: () => Promise<void>;
}

/** Opens the tables that the environment selects: of a running local bot, of its data folder, or of Azure. */
export async function openTables(): Promise<OpenedTables> {
  const settings = readSettings(process.env);
  const { fieldKeys, integrityKeys } = settings;
  const opened = (raw: Tables, rawBlobs: AzureBlobs, close = async () => {}): OpenedTables => ({
    tables: withFieldKeys(raw, fieldKeys),
    raw,
    rawBlobs,
    fieldKeys,
    signer: new Signer(integrityKeys),
    close,
  });
  if (settings.mode === 'production') {
    const credential = new DefaultAzureCredential();
    const { tablesEndpoint, blobsEndpoint } = settings.storage;
    const blobs = new AzureBlobs({ endpoint: blobsEndpoint, credential }, EVIDENCE);
    return opened(new AzureTables({ endpoint: tablesEndpoint, credential }), blobs);
  }
  const running = findRunning(settings.dataDir);
  const storage = running === undefined ? await startAzurite(join(settings.dataDir, 'azurite')) : undefined;
  const access = { connectionString: running ?? storage?.connectionString ?? '' };
  const [tables, blobs] = [new AzureTables(access), new AzureBlobs(access, EVIDENCE)];
  if (storage) await Promise.all([tables.prepare(), blobs.prepare()]);
  return opened(tables, blobs, async () => storage?.stop());
}

/** Everybody who has been imported. */
export function openEveryone(tables: Tables): () => Promise<Person[]> {
  return () => new TableDirectory(tables).all();
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
