import { type Context, createContext, type Host } from '../../src/context.js';
import { LOCAL_INTEGRITY_KEYS } from '../../src/environment.js';
import type { FeatureContext, FeatureSettings } from '../../src/feature.js';
import { DEFAULT_CONFIRM_HOURS, DEFAULT_STEP_TIMES } from '../../src/platform/calendar/step-times.js';
import { DEFAULT_COLOURS } from '../../src/platform/pictures/colours.js';
import { DEFAULT_RETENTION } from '../../src/platform/storage/retention.js';
import { sealerWith } from '../../src/platform/storage/sealer.js';
import { Signer } from '../../src/platform/storage/signer.js';
import { memoryLog } from './log.js';
import { MemoryBlobs } from './memory-blobs.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';
import { unhurriedRates } from './rates.js';

/** The emergency number is not the default, so a card that shows it has read the settings. */
export const HELPLINES = {
  emergency: '911',
  emotional: '106',
  violence: '155',
  child: '141',
  prosecutor: '122',
};
export const PRIVACY = {
  organisation: 'Caja de Prueba',
  url: 'https://privacy.example/',
  retention: DEFAULT_RETENTION,
};
export const LINKS = {
  intranet: 'https://intranet.example/',
  landing: 'https://landing.example/',
  daruma: 'https://daruma.example/',
};

export function someSettings(changes: Partial<FeatureSettings> = {}): FeatureSettings {
  return {
    links: {},
    helplines: HELPLINES,
    deadlines: DEFAULT_STEP_TIMES,
    confirmLevelHours: DEFAULT_CONFIRM_HOURS,
    healthHours: { vital: 24, prioritised: 48, simple: 72 },
    fileHosts: [],
    tenants: ['t'],
    contacts: [],
    protectedRoute: true,
    meetingAttendance: true,
    privacy: PRIVACY,
    colours: DEFAULT_COLOURS,
    webhooks: [],
    ...changes,
  };
}

/** Signs as local mode does, so that the commands of `cli/` can verify it. */
export const SIGNER = new Signer(LOCAL_INTEGRITY_KEYS);

/** The host of the bot, in memory. */
export function memoryHost(changes: Partial<Host> = {}): Host {
  return {
    tables: new MemoryTables(),
    blobs: new MemoryBlobs(),
    queue: new MemoryQueue(),
    poison: new MemoryQueue(),
    signer: SIGNER,
    sealer: sealerWith(undefined),
    clock: () => new Date(),
    newId: () => 'id',
    log: memoryLog().log,
    publicUrl: () => 'https://bot.example/',
    defaultServiceUrl: () => 'https://teams.example/',
    rates: unhurriedRates(),
    ...changes,
  };
}

/** The platform context as the bot builds it, on an in-memory host. */
export function memoryContext(host: Host, channel: Partial<FeatureContext['channel']> = {}): Context {
  return createContext(someSettings(), host, {
    botId: '28:test',
    channel: channel as FeatureContext['channel'],
    fetchFile: async () => {
      throw new Error('no files');
    },
  });
}
