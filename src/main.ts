import { ManagedIdentityCredential } from '@azure/identity';
import { type App, createApp } from './app.js';
import { randomId, systemClock } from './platform/clock.js';
import { pauseFor } from './platform/delivery/pause.js';
import { FINISH_WITHIN_MS } from './platform/delivery/times.js';
import { createLog } from './platform/log.js';
import { graphBy } from './platform/people/graph/credential.js';
import { AzureTables } from './platform/storage/azure-tables.js';
import { AzureBlobs, BACKUPS, type Blobs, EVIDENCE } from './platform/storage/blobs.js';
import { blobsWithFieldKeys } from './platform/storage/encrypted-blobs.js';
import { withFieldKeys } from './platform/storage/encrypted-tables.js';
import { Preparation } from './platform/storage/preparation.js';
import { AzureQueue, type Queue } from './platform/storage/queue.js';
import { sealerWith } from './platform/storage/sealer.js';
import { Signer } from './platform/storage/signer.js';
import type { Tables } from './platform/storage/tables.js';
import { countLine } from './platform/telemetry/counted-lines.js';
import { timed } from './platform/telemetry/timed.js';
import { type ProductionSettings, readSettings, SettingsError } from './settings.js';
import { ENCRYPTED, TABLE_NAMES } from './tables.js';
import { FILE_ALLOWANCE, fileRoutes } from './web/file-routes.js';
import { AddressLimits, limited, PAGE_ALLOWANCE } from './web/limits.js';
import { baseRoutes } from './web/routes.js';
import { WebServer } from './web/server.js';

interface Running {
  address: string;
  stop(): Promise<void>;
}

async function startProduction(settings: ProductionSettings): Promise<Running> {
  const telemetry =
    settings.insights === undefined
      ? undefined
      : (await import('./platform/telemetry/azure-monitor.js')).azureMonitor(settings.insights);
  const log = createLog(
    settings.logLevel,
    telemetry && ((message, fields) => countLine(telemetry, message, fields)),
  );
  const measured = <T extends object>(part: T, service: string): T =>
    telemetry ? timed(part, service, telemetry) : part;
  const credential = new ManagedIdentityCredential(
    settings.bot.type === 'UserAssignedMSI' ? { clientId: settings.bot.appId } : {},
  );
  const tables = new AzureTables({ endpoint: settings.storage.tablesEndpoint, credential }, TABLE_NAMES);
  const access = { endpoint: settings.storage.queuesEndpoint, credential };
  const queue = new AzureQueue(access, 'work');
  const poison = new AzureQueue(access, 'work-poison');
  const blobs = new AzureBlobs({ endpoint: settings.storage.blobsEndpoint, credential }, EVIDENCE);
  const backups = new AzureBlobs({ endpoint: settings.storage.blobsEndpoint, credential }, BACKUPS);
  const preparation = new Preparation(
    {
      tables: () => tables.prepare(),
      queues: async () => void (await Promise.all([queue.prepare(), poison.prepare()])),
      blobs: async () => void (await Promise.all([blobs.prepare(), backups.prepare()])),
    },
    log,
  );
  const { bot, graph } = settings;
  const asksGraph = graph.directory || [graph.catalogAppId, graph.mailFrom].some((set) => set !== undefined);
  const app = createApp(settings, {
    tables: withFieldKeys(measured<Tables>(tables, 'tables'), settings.fieldKeys, ENCRYPTED),
    queue: measured<Queue>(queue, 'queue'),
    poison,
    signer: new Signer(settings.integrityKeys),
    sealer: sealerWith(settings.fieldKeys),
    blobs: blobsWithFieldKeys(measured<Blobs>(blobs, 'blobs'), settings.fieldKeys),
    backup: { tables, blobs: backups, keptDays: settings.backupDays },
    clock: systemClock,
    newId: randomId,
    log,
    publicUrl: () => settings.publicUrl,
    bot,
    graph: asksGraph ? { ...graph, client: graphBy(graph.endpoint, credential, systemClock) } : undefined,
    defaultServiceUrl: () => bot.defaultServiceUrl,
  });
  telemetry?.observe('bot.queue.depth', async () => ({
    queued: await queue.depth(),
    setAside: await poison.depth(),
  }));
  const pageLimits = new AddressLimits(systemClock, PAGE_ALLOWANCE);
  let isStopping = false;
  const problems = async () => (isStopping ? ['it is stopping'] : problemsOf(preparation, app));
  const server = new WebServer(
    [
      ...baseRoutes({ receive: app.receive, problems }),
      ...fileRoutes(new AddressLimits(systemClock, FILE_ALLOWANCE), app.openFile),
      ...app.pages.map((page) => limited(page, pageLimits)),
    ],
    log,
    {
      trustedProxies: settings.trustedProxies,
      isBehindTls: true,
    },
  );
  const port = await server.listen(settings.port, '0.0.0.0');
  log.info({ port }, 'listening');
  void preparation.run().then(async (isPrepared) => {
    if (!isPrepared) return;
    await app.start();
    log.info('ready');
  });
  return {
    address: settings.publicUrl,
    stop: async () => {
      isStopping = true;
      preparation.stop();
      server.drain();
      // Until the balancer has seen it and sends no more requests.
      if (app.isStarted()) await pauseFor(settings.drainMs);
      await within(FINISH_WITHIN_MS, async () => {
        await server.close();
        await app.stop();
        await telemetry?.stop();
      });
    },
  };
}

/**
 * @throws Error `stop-timeout` when it takes longer; what is not finished then, another instance or the next start takes
 * up.
 */
async function within(ms: number, finish: () => Promise<void>): Promise<void> {
  const late = pauseFor(ms).then(() => {
    throw Object.assign(new Error(`not finished within ${ms} ms`), { code: 'stop-timeout' });
  });
  await Promise.race([finish(), late]);
}

async function problemsOf({ missing }: Preparation, app: App): Promise<string[]> {
  return missing.length > 0 ? missing : app.problems();
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const running =
    settings.mode === 'local'
      ? await (await import('./local/local.js')).startLocal(settings, createLog(settings.logLevel))
      : await startProduction(settings);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        createLog(settings.logLevel).fatal({ err: error }, 'not stopped in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  say(
    settings.mode === 'local'
      ? `\n  Local Teams: ${running.address}/\n  Ctrl-C stops everything; what you did is kept in ${settings.dataDir}/.\n`
      : `Serving ${running.address}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});

/** Explains the error to the person who starts the process, and what to do about it. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return `${error.message}\nSee .env.example for what each one means.`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another one, for instance PORT=3979.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
