/** Local mode: the whole bot on this machine, with embedded storage, demo people and a Teams of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../app.js';
import { randomId, systemClock } from '../clock.js';
import type { Logger } from '../log.js';
import { readPeopleCsv } from '../people/people-csv.js';
import type { LocalSettings } from '../settings.js';
import { AzureTables } from '../storage/azure-tables.js';
import { AzureQueue } from '../storage/queue.js';
import { baseRoutes } from '../web/routes.js';
import { WebServer } from '../web/server.js';
import { startAzurite } from './azurite.js';
import { type ChatEvent, Chats } from './chats.js';
import { Client } from './client.js';
import { CONNECTOR_PATH, connectorRoutes } from './connector-double.js';
import { fileJournal } from './journal.js';
import { pageRoutes } from './page-routes.js';

const PEOPLE = fileURLToPath(new URL('../../demo/people.csv', import.meta.url));
const HOST = '127.0.0.1';

export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Starts everything; the address is that of the local Teams. */
export async function startLocal(settings: LocalSettings, log: Logger): Promise<Running> {
  const storage = await startAzurite(join(settings.dataDir, 'azurite'));
  try {
    return await startOn(storage.connectionString, settings, log, () => storage.stop());
  } catch (error) {
    await storage.stop();
    throw error;
  }
}

async function startOn(
  connectionString: string,
  settings: LocalSettings,
  log: Logger,
  stopStorage: () => Promise<void>,
): Promise<Running> {
  const tables = new AzureTables({ connectionString });
  const queue = new AzureQueue({ connectionString }, 'work');
  const poison = new AzureQueue({ connectionString }, 'work-poison');
  await Promise.all([tables.prepare(), queue.prepare(), poison.prepare()]);

  const people = readPeopleCsv(readFileSync(PEOPLE, 'utf8'));
  const journal = fileJournal<ChatEvent>(join(settings.dataDir, 'chats.jsonl'));
  const isFirstStart = journal.read().length === 0;
  const chats = new Chats(people, journal);

  let address = '';
  const app = createApp(settings, {
    tables,
    queue,
    poison,
    clock: systemClock,
    newId: randomId,
    log,
    defaultServiceUrl: () => `${address}${CONNECTOR_PATH}/`,
  });
  await app.directory.save(people);

  const server = new WebServer(
    [
      ...baseRoutes({ receive: app.receive, problems: app.problems }),
      ...connectorRoutes(chats),
      ...pageRoutes(chats, new Client(chats, () => address)),
    ],
    log,
  );
  address = `http://${HOST}:${await server.listen(settings.port, HOST)}`;
  app.start();
  if (isFirstStart) await new Client(chats, () => address).install();
  return {
    address,
    stop: async () => {
      await server.close();
      await app.stop();
      await stopStorage();
    },
  };
}
