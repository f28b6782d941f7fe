import { type App, createApp } from '../../src/app.js';
import { DEFAULT_LIMITS } from '../../src/features/cases/domain/deadlines.js';
import { AzureQueue } from '../../src/platform/storage/queue.js';
import { memoryLog } from './log.js';
import { MemoryTables } from './memory-tables.js';
import { freshAccount } from './storage.js';
import { HELPLINES, PRIVACY } from './world.js';

/** The bot as it is put together, with nobody to talk to: for what its tables of routes say. */
export function bareApp(): App {
  const account = { connectionString: freshAccount() };
  return createApp(
    {
      links: {},
      helplines: HELPLINES,
      limits: DEFAULT_LIMITS,
      fileHosts: [],
      tenants: ['t'],
      privacy: PRIVACY,
    },
    {
      tables: new MemoryTables(),
      queue: new AzureQueue(account, 'work'),
      poison: new AzureQueue(account, 'work-poison'),
      blobs: {
        put: async () => {},
        get: async () => undefined,
        remove: async () => {},
        removeUnder: async () => {},
      },
      clock: () => new Date(),
      newId: () => 'id',
      log: memoryLog().log,
      defaultServiceUrl: () => '',
      publicUrl: () => 'https://bot.example/',
    },
  );
}
