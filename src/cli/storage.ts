import { DefaultAzureCredential } from '@azure/identity';
import { startAzuriteIn } from '../local/azurite.js';
import { findRunning } from '../local/running.js';
import { systemClock } from '../platform/clock.js';
import { createLog } from '../platform/log.js';
import { graphBy } from '../platform/people/graph/credential.js';
import { GraphDirectory } from '../platform/people/graph/graph-directory.js';
import type { Directory, Person } from '../platform/people/person.js';
import { TableDirectory } from '../platform/people/table-directory.js';
import { AzureTables } from '../platform/storage/azure-tables.js';
import { AzureBlobs, BACKUPS, type BlobAccess, EVIDENCE } from '../platform/storage/blobs.js';
import { withFieldKeys } from '../platform/storage/encrypted-tables.js';
import type { KeyRing } from '../platform/storage/key-ring.js';
import { Signer } from '../platform/storage/signer.js';
import type { StoredTables, Tables } from '../platform/storage/tables.js';
import { readSettings } from '../settings.js';
import { ENCRYPTED, TABLE_NAMES } from '../tables.js';

interface OpenedTables {
  tables: Tables;
  /** The same tables without decryption. */
  raw: StoredTables;
  /** The files about cases, without decryption. */
  rawBlobs: AzureBlobs;
  /** The copies of the tables. */
  backups: AzureBlobs;
  fieldKeys?: KeyRing | undefined;
  /** The ids of all keys that there are. */
  keyIds: string[];
  signer: Signer;
  /** Creates the tables that are missing. */
  prepare: () => Promise<void>;
  close: () => Promise<void>;
}

/** Opens the tables that the environment selects: of a running local bot, of its data folder, or of Azure. */
export async function openTables(): Promise<OpenedTables> {
  const settings = readSettings(process.env);
  const { fieldKeys, integrityKeys } = settings;
  const opened = (raw: AzureTables, access: BlobAccess, close = async () => {}): OpenedTables => ({
    tables: withFieldKeys(raw, fieldKeys, ENCRYPTED),
    raw,
    rawBlobs: new AzureBlobs(access, EVIDENCE),
    backups: new AzureBlobs(access, BACKUPS),
    fieldKeys,
    keyIds: [...(fieldKeys ?? []), ...integrityKeys].map(({ id }) => id),
    signer: new Signer(integrityKeys),
    prepare: () => raw.prepare(),
    close,
  });
  if (settings.mode === 'production') {
    const credential = new DefaultAzureCredential();
    const { tablesEndpoint, blobsEndpoint } = settings.storage;
    const tables = new AzureTables({ endpoint: tablesEndpoint, credential }, TABLE_NAMES);
    return opened(tables, { endpoint: blobsEndpoint, credential });
  }
  const running = findRunning(settings.dataDir);
  const storage = running === undefined ? await startAzuriteIn(settings.dataDir) : undefined;
  const access = { connectionString: running ?? storage?.connectionString ?? '' };
  const tables = new AzureTables(access, TABLE_NAMES);
  const all = opened(tables, access, async () => storage?.stop());
  if (storage) await Promise.all([tables.prepare(), all.rawBlobs.prepare(), all.backups.prepare()]);
  return all;
}

/** Everybody who has been imported. */
export function openEveryone(tables: Tables): () => Promise<Person[]> {
  return () => new TableDirectory(tables).all();
}

/** Opens the directory that the bot uses: the table or, when the environment says so, Microsoft Graph. */
export function openDirectory(tables: Tables, settings = readSettings(process.env)): Directory {
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
