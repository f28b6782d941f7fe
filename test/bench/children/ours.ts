/**
 * The whole bot in production mode as `main.ts` starts it, on an emulator. Two things differ: nobody shares Teams' limits
 * with it, since those would be measured instead, and its storage takes a connection string.
 */
import { createApp } from '../../../src/app.js';
import { randomId, systemClock } from '../../../src/platform/clock.js';
import { RateLimiter } from '../../../src/platform/delivery/rates.js';
import { createLog } from '../../../src/platform/log.js';
import { AzureTables } from '../../../src/platform/storage/azure-tables.js';
import { AzureBlobs, EVIDENCE } from '../../../src/platform/storage/blobs.js';
import { blobsWithFieldKeys } from '../../../src/platform/storage/encrypted-blobs.js';
import { withFieldKeys } from '../../../src/platform/storage/encrypted-tables.js';
import { AzureQueue } from '../../../src/platform/storage/queue.js';
import { sealerWith } from '../../../src/platform/storage/sealer.js';
import { Signer } from '../../../src/platform/storage/signer.js';
import { type ProductionSettings, readSettings } from '../../../src/settings.js';
import { ENCRYPTED, TABLE_NAMES } from '../../../src/tables.js';
import { baseRoutes } from '../../../src/web/routes.js';
import { WebServer } from '../../../src/web/server.js';
import { traced } from './traced.js';

const settings = readSettings(process.env) as ProductionSettings;
const connectionString = process.env.BENCH_STORAGE ?? '';
const log = createLog(settings.logLevel);
const tables = traced(new AzureTables({ connectionString }, TABLE_NAMES));
const queue = traced(new AzureQueue({ connectionString }, 'work'));
const poison = new AzureQueue({ connectionString }, 'work-poison');
const blobs = new AzureBlobs({ connectionString }, EVIDENCE);
await Promise.all([tables.prepare(), queue.prepare(), poison.prepare(), blobs.prepare()]);

let hours = 0;
/** Each look is an hour later. */
const unhurried = () => {
  hours += 1;
  return hours * 3_600_000;
};
const alone = { count: 1, isCurrent: true, shareOf: () => ({ kind: 'alone' }) as const };

const app = createApp(settings, {
  tables: withFieldKeys(tables, settings.fieldKeys, ENCRYPTED),
  queue,
  poison,
  signer: new Signer(settings.integrityKeys),
  sealer: sealerWith(settings.fieldKeys),
  blobs: blobsWithFieldKeys(blobs, settings.fieldKeys),
  clock: systemClock,
  newId: randomId,
  log,
  publicUrl: () => settings.publicUrl,
  bot: settings.bot,
  defaultServiceUrl: () => settings.bot.defaultServiceUrl,
  rates: new RateLimiter(alone, unhurried),
});
const server = new WebServer(
  [...baseRoutes({ receive: app.receive, problems: () => app.problems() }), ...app.pages],
  log,
  { trustedProxies: 0, isBehindTls: true },
);
const port = await server.listen(0, '127.0.0.1');
await app.start();
process.once('SIGINT', async () => {
  await server.close();
  await app.stop();
  process.exit(0);
});
process.send?.({ port });
