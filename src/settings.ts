import { z } from 'zod';
import {
  DEFAULT_CONFIRM_HOURS,
  DEFAULT_STEP_TIMES,
  type HealthHours,
  healthHours,
  type StepTimes,
  stepTimes,
} from './platform/calendar/step-times.js';
import { KEY_BYTES, type KeyRing, keyRing, type RingKey } from './platform/storage/key-ring.js';
import { DEFAULT_RETENTION, type Retention, retention } from './platform/storage/retention.js';
import type { Helplines } from './platform/text/helplines.js';

/** The only tenant that local mode admits; the demo people belong to it. */
export const LOCAL_TENANT = '00000000-0000-4000-8000-00000000aaaa';
/** Local mode signs with a key that everybody knows: all runs as in production, and nothing is protected. */
export const LOCAL_INTEGRITY_KEYS: KeyRing = [{ id: 'local', key: Buffer.alloc(KEY_BYTES, 'local') }];

const port = z.coerce.number().int().min(0).max(65535);
const url = z.url({ protocol: /^https$/ });
/** An address without secrets: a signature in its query would give access to every reader of a log. */
const endpoint = url.pipe(
  z.string().refine((value) => {
    const { search, hash, username, password } = new URL(value);
    return `${search}${hash}${username}${password}` === '';
  }, 'only the address, without a key or a signature: access comes from the managed identity'),
);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const list = z
  .string()
  .transform((value) => value.split(',').map((item) => item.trim().toLowerCase()))
  .pipe(z.array(z.string().min(1)).min(1));

/** `Name=number or address;Name=…`: whom people can turn to besides the team. */
const contacts = z
  .string()
  .transform((value) => value.split(';').map((item) => item.split('=', 2).map((part) => part.trim())))
  .pipe(z.array(z.tuple([z.string().min(1).max(80), z.string().min(1).max(200)])).max(5))
  .transform((items) => items.map(([name, value]) => ({ name, value })));

/** A telephone number as people dial it. */
const line = z.string().regex(/^[\d ()+-]{2,20}$/);

const common = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  INTRANET_URL: url.optional(),
  LANDING_URL: url.optional(),
  DARUMA_URL: url.optional(),
  DEADLINES: stepTimes.default(DEFAULT_STEP_TIMES),
  CONFIRM_LEVEL_HOURS: z.coerce.number().int().min(1).max(99).default(DEFAULT_CONFIRM_HOURS),
  HEALTH_DEADLINES: healthHours.optional(),
  FILE_HOSTS: list.default(['sharepoint.com']),
  ORGANISATION: z.string().max(80).default('Compensar'),
  PRIVACY_URL: url.optional(),
  RETENTION: retention.default(DEFAULT_RETENTION),
  FIELD_KEYS: keyRing.optional(),
  INTEGRITY_KEYS: keyRing.default(LOCAL_INTEGRITY_KEYS),
  HELP_EMERGENCY: line.default('123'),
  HELP_EMOTIONAL: line.default('106'),
  HELP_VIOLENCE: line.default('155'),
  HELP_CHILD: line.default('141'),
  HELP_PROSECUTOR: line.default('122'),
  CONTACTS: contacts.default([]),
  PROTECTED_ROUTE: onOff.default(true),
  AZURE_OPENAI_ENDPOINT: url.optional(),
  AZURE_OPENAI_DEPLOYMENT: z.string().optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
};

const commonEnvironment = z.object(common);

const localEnvironment = z.object({
  ...common,
  LOG_LEVEL: common.LOG_LEVEL.unwrap().default('warn'),
  PORT: port.default(3978),
  LOCAL_DATA_DIR: z.string().min(1).default('.data'),
});

const productionEnvironment = z.object({
  ...common,
  PORT: port.default(3978),
  FIELD_KEYS: keyRing,
  INTEGRITY_KEYS: keyRing,
  PUBLIC_URL: url,
  MICROSOFT_APP_ID: z.uuid(),
  MICROSOFT_APP_TENANT_ID: z.uuid().toLowerCase(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('UserAssignedMSI'),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  TABLES_ENDPOINT: endpoint,
  QUEUES_ENDPOINT: endpoint,
  BLOBS_ENDPOINT: endpoint,
  SERVICE_URL_HOSTS: list.default(['smba.trafficmanager.net']),
  TEAMS_SERVICE_URL: url.default('https://smba.trafficmanager.net/teams/'),
  BOT_OPENID_METADATA_URL: endpoint.optional(),
  GRAPH_DIRECTORY: onOff.default(false),
  GRAPH_OUT_OF_OFFICE: onOff.default(false),
  GRAPH_ENDPOINT: endpoint.default('https://graph.microsoft.com/v1.0/'),
  TEAMS_CATALOG_APP_ID: z.uuid().optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(10),
});

interface CommonSettings {
  port: number;
  logLevel: string;
  links: { intranet?: string; landing?: string; daruma?: string };
  /** The hosts from which people's files may be downloaded. */
  fileHosts: string[];
  /** The time limit for each step of a case. */
  deadlines: StepTimes;
  /** Business hours until others are told that nobody has confirmed the level of a case. */
  confirmLevelHours: number;
  /** The time limits of health claims; undefined when they are off. */
  healthHours?: HealthHours;
  /** The telephone numbers for help. */
  helplines: Helplines;
  /** Whom people can turn to besides the team: a number, or an address with https. */
  contacts: { name: string; value: string }[];
  /** Whether reports that call for protection go to the people with the role `protected`. */
  protectedRoute: boolean;
  /** The organisation responsible for the data, and the address of its privacy notice. */
  privacy: { organisation: string; url?: string; retention: Retention };
  /** The keys that encrypt people's words; optional only in local mode. */
  fieldKeys?: KeyRing;
  /** The keys that sign the history of cases. */
  integrityKeys: KeyRing;
  /** A hosted model that may reorder search results; undefined when it is not configured. */
  model?: { endpoint: string; deployment: string; apiKey: string };
}

export interface LocalSettings extends CommonSettings {
  mode: 'local';
  dataDir: string;
  tenants: string[];
}

/** What the bot uses of Microsoft Graph; each use needs its own permission (docs/deploy.md). */
export interface GraphSettings {
  endpoint: string;
  /** Names, areas and superiors. Permission: User.Read.All. */
  directory: boolean;
  /** Out-of-office replies; requires `directory`. Permission: MailboxSettings.Read. */
  outOfOffice: boolean;
  /**
   * The app's id in the organisation's catalogue, to install it.
   * Permission: TeamsAppInstallation.ReadWriteSelfForUser.All.
   */
  catalogAppId?: string;
}

export interface ProductionSettings extends CommonSettings {
  mode: 'production';
  publicUrl: string;
  tenants: string[];
  bot: {
    appId: string;
    tenantId: string;
    type: 'SingleTenant' | 'UserAssignedMSI';
    password?: string;
    serviceUrlHosts: string[];
    defaultServiceUrl: string;
    /**
     * A mirror of the keys that sign incoming requests; undefined uses those that Azure Bot Service
     * publishes.
     */
    openIdMetadataUrl?: string;
  };
  graph: GraphSettings;
  /** The number of proxies in front that append to X-Forwarded-For; 0 ignores the header. */
  trustedProxies: number;
  /** How long it still takes requests after the signal to stop, until the balancer sends no more. */
  drainMs: number;
  storage: { tablesEndpoint: string; queuesEndpoint: string; blobsEndpoint: string };
}

export type Settings = LocalSettings | ProductionSettings;

/** The settings are wrong; `problems` has one line for each error. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(['The settings are not complete:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

/**
 * Reads the environment. `NODE_ENV=production` requires everything that a safe start needs. Without it, the
 * process runs in local mode, which takes no credentials, so a half-configured production never runs without
 * authentication.
 * @throws SettingsError naming every setting that is missing or wrong.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const set = Object.fromEntries(trimmed.filter(([, value]) => value !== '' && value !== undefined));
  return set.NODE_ENV?.toLowerCase() === 'production' ? readProduction(set) : readLocal(set);
}

function readLocal(environment: Record<string, string | undefined>): LocalSettings {
  if (environment.MICROSOFT_APP_ID !== undefined) {
    throw new SettingsError(['NODE_ENV: set it to "production" where MICROSOFT_APP_ID is set']);
  }
  const env = parse(localEnvironment, environment);
  return {
    mode: 'local',
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    ...commonOf(env),
    dataDir: env.LOCAL_DATA_DIR,
    tenants: [LOCAL_TENANT],
  };
}

function readProduction(environment: Record<string, string | undefined>): ProductionSettings {
  const lacksPassword =
    environment.MICROSOFT_APP_TYPE === 'SingleTenant' && environment.MICROSOFT_APP_PASSWORD === undefined;
  const lacksDirectory = environment.GRAPH_OUT_OF_OFFICE === 'on' && environment.GRAPH_DIRECTORY !== 'on';
  const env = parse(productionEnvironment, environment, [
    ...(lacksPassword ? ['MICROSOFT_APP_PASSWORD: required when MICROSOFT_APP_TYPE is SingleTenant'] : []),
    ...(lacksDirectory ? ['GRAPH_OUT_OF_OFFICE: needs GRAPH_DIRECTORY=on'] : []),
  ]);
  return {
    mode: 'production',
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    ...commonOf(env),
    publicUrl: env.PUBLIC_URL,
    tenants: [env.MICROSOFT_APP_TENANT_ID],
    bot: {
      appId: env.MICROSOFT_APP_ID,
      tenantId: env.MICROSOFT_APP_TENANT_ID,
      type: env.MICROSOFT_APP_TYPE,
      password: env.MICROSOFT_APP_PASSWORD,
      serviceUrlHosts: env.SERVICE_URL_HOSTS,
      defaultServiceUrl: env.TEAMS_SERVICE_URL,
      openIdMetadataUrl: env.BOT_OPENID_METADATA_URL,
    },
    graph: {
      endpoint: env.GRAPH_ENDPOINT,
      directory: env.GRAPH_DIRECTORY,
      outOfOffice: env.GRAPH_OUT_OF_OFFICE,
      catalogAppId: env.TEAMS_CATALOG_APP_ID,
    },
    trustedProxies: env.TRUSTED_PROXIES,
    drainMs: env.DRAIN_SECONDS * 1_000,
    storage: {
      tablesEndpoint: env.TABLES_ENDPOINT,
      queuesEndpoint: env.QUEUES_ENDPOINT,
      blobsEndpoint: env.BLOBS_ENDPOINT,
    },
  };
}

/** @throws SettingsError when the hosted model is only partly configured, or a key has two purposes. */
function commonOf(
  env: z.output<typeof commonEnvironment>,
): Pick<
  CommonSettings,
  | 'links'
  | 'fileHosts'
  | 'deadlines'
  | 'confirmLevelHours'
  | 'healthHours'
  | 'helplines'
  | 'contacts'
  | 'protectedRoute'
  | 'privacy'
  | 'fieldKeys'
  | 'integrityKeys'
  | 'model'
> {
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_DEPLOYMENT: deployment } = env;
  const apiKey = env.AZURE_OPENAI_API_KEY;
  const links = { intranet: env.INTRANET_URL, landing: env.LANDING_URL, daruma: env.DARUMA_URL };
  const helplines = {
    emergency: env.HELP_EMERGENCY,
    emotional: env.HELP_EMOTIONAL,
    violence: env.HELP_VIOLENCE,
    child: env.HELP_CHILD,
    prosecutor: env.HELP_PROSECUTOR,
  };
  const common = {
    links,
    fileHosts: env.FILE_HOSTS,
    deadlines: env.DEADLINES,
    confirmLevelHours: env.CONFIRM_LEVEL_HOURS,
    healthHours: env.HEALTH_DEADLINES,
    helplines,
    contacts: env.CONTACTS,
    protectedRoute: env.PROTECTED_ROUTE,
    privacy: { organisation: env.ORGANISATION, url: env.PRIVACY_URL, retention: env.RETENTION },
    fieldKeys: env.FIELD_KEYS,
    integrityKeys: env.INTEGRITY_KEYS,
  };
  const isEncrypting = ({ key }: RingKey) => common.fieldKeys?.some((other) => other.key.equals(key));
  if (common.integrityKeys.some(isEncrypting)) {
    throw new SettingsError(['INTEGRITY_KEYS: a key that FIELD_KEYS has, too; make keys of their own']);
  }
  if (endpoint && deployment && apiKey) return { ...common, model: { endpoint, deployment, apiKey } };
  if (!endpoint && !deployment && !apiKey) return common;
  throw new SettingsError([
    'AZURE_OPENAI_ENDPOINT, AZURE_OPENAI_DEPLOYMENT, AZURE_OPENAI_API_KEY: set all three, or none',
  ]);
}

function parse<T>(
  schema: z.ZodType<T>,
  environment: Record<string, string | undefined>,
  problems: readonly string[] = [],
): T {
  const result = schema.safeParse(environment);
  if (result.success && problems.length === 0) return result.data;
  const found = (result.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    return `${name}: ${environment[name] === undefined ? 'missing' : issue.message}`;
  });
  throw new SettingsError([...found, ...problems]);
}
