/** Local mode: the whole bot on this machine, with embedded storage, demo people and a local Teams. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.js';
import type { Host } from '../context.js';
import type { FeatureSettings } from '../feature.js';
import { type Clock, type NewId, randomId, systemClock } from '../platform/clock.js';
import type { Logger } from '../platform/log.js';
import { readPeopleCsv } from '../platform/people/people-csv.js';
import { ROOT } from '../platform/root.js';
import { Rounds } from '../platform/rounds.js';
import { blobsWithFieldKeys } from '../platform/storage/encrypted-blobs.js';
import { withFieldKeys } from '../platform/storage/encrypted-tables.js';
import { sealerWith } from '../platform/storage/sealer.js';
import { Signer } from '../platform/storage/signer.js';
import type { LocalSettings } from '../settings.js';
import { ENCRYPTED } from '../tables.js';
import { FILE_ALLOWANCE, fileRoutes } from '../web/file-routes.js';
import { AddressLimits, limited, PAGE_ALLOWANCE } from '../web/limits.js';
import { baseRoutes } from '../web/routes.js';
import { WebServer } from '../web/server.js';
import { type LocalStorage, startAzuriteIn } from './azurite.js';
import { type ChatEvent, Chats } from './chats.js';
import { Client } from './client.js';
import { CONNECTOR_PATH, connectorRoutes } from './connector-double.js';
import { fileRoutesOfTeams } from './files.js';
import { fileJournal, type Journal } from './journal.js';
import { pageFiles } from './page-files.js';
import { pageRoutes } from './page-routes.js';
import { noteRunning } from './running.js';
import { emulatorStores, type Stores } from './stores.js';
import { ofThisMachine } from './this-machine.js';
import { Wire } from './wire.js';

const PEOPLE = `${ROOT}demo/people.csv`;
const HOST = '127.0.0.1';
/** Of its copies, local mode keeps the last ones. */
const COPIES_DAYS = 2;

export interface Running {
  /** The address of the local Teams: `http://127.0.0.1:3978`. */
  address: string;
  stop(): Promise<void>;
}

/** The emulator of whoever started it, who stops it too. */
const kept = (connectionString: string): LocalStorage => ({ connectionString, stop: async () => undefined });

/** Starts local mode with storage in the data folder. */
export async function startLocal(settings: LocalSettings, log: Logger): Promise<Running> {
  const storage =
    settings.storage === undefined ? await startAzuriteIn(settings.dataDir) : kept(settings.storage);
  try {
    const running = await serveLocal({
      settings,
      log,
      stores: await emulatorStores(storage.connectionString),
      journal: fileJournal(join(settings.dataDir, 'chats.jsonl')),
      clock: systemClock,
    });
    const forget = noteRunning(settings.dataDir, storage.connectionString);
    return {
      address: running.address,
      stop: async () => {
        forget();
        await running.stop();
        await storage.stop();
      },
    };
  } catch (error) {
    await storage.stop();
    throw error;
  }
}

export interface LocalParts {
  settings: FeatureSettings & Pick<LocalSettings, 'port' | 'fieldKeys' | 'integrityKeys'>;
  log: Logger;
  stores: Stores;
  journal: Journal<ChatEvent>;
  clock: Clock;
  /** In addition to the demo people; by default, nothing outside this machine is asked. */
  graph?: Host['graph'];
  /** Tests foresee ids. */
  newId?: NewId | undefined;
  /** Tests let messages out at once. */
  rates?: Host['rates'];
  /** Tests shorten the times. */
  times?: Host['times'];
}

/** Starts the bot and its local Teams on running storage. */
export async function serveLocal(parts: LocalParts): Promise<Running & { chats: Chats; client: Client }> {
  const { settings, log, stores, journal, clock, graph, rates, times, newId = randomId } = parts;
  const { tables, blobs, backups, queue, poison } = stores;
  const people = readPeopleCsv(readFileSync(PEOPLE, 'utf8'));
  const isFirstStart = journal.read().length === 0;
  const chats = new Chats(people, journal, clock);
  let address = '';
  const wire = new Wire();
  const client = new Client(chats, () => address, wire);
  const app = createApp(settings, {
    tables: withFieldKeys(tables, settings.fieldKeys, ENCRYPTED),
    queue,
    poison,
    signer: new Signer(settings.integrityKeys),
    sealer: sealerWith(settings.fieldKeys),
    blobs: blobsWithFieldKeys(blobs, settings.fieldKeys),
    backup: { tables, blobs: backups, keptDays: COPIES_DAYS },
    clock,
    newId,
    log,
    graph,
    rates,
    times,
    publicUrl: () => address,
    defaultServiceUrl: () => `${address}${CONNECTOR_PATH}/`,
  });
  await app.people.save(people);
  await new Rounds(tables, clock).note('people', people.length);

  const pageLimits = new AddressLimits(clock, PAGE_ALLOWANCE);
  const server = new WebServer(
    [
      ...baseRoutes(app),
      ...fileRoutes(new AddressLimits(clock, FILE_ALLOWANCE), app.openFile),
      ...app.pages.map((page) => limited(page, pageLimits)),
      ...connectorRoutes(chats).map((route) => wire.noted(route, (id) => chats.nameOf(id))),
      ...pageFiles(),
      ...pageRoutes(chats, client, wire, app.openPage),
      ...fileRoutesOfTeams(chats, client, () => address),
    ].map((route) => ofThisMachine(route, () => address)),
    log,
  );
  address = `http://${HOST}:${await server.listen(settings.port, HOST)}`;
  await app.start();
  if (isFirstStart) await client.install();
  return {
    address,
    chats,
    client,
    stop: async () => {
      // The bot stops first: its last messages go to the chats behind this same server.
      await app.stop();
      await server.close();
    },
  };
}
