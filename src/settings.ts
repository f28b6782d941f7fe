import type { z } from 'zod';
import { type CommonEnvironment, localEnvironment, productionEnvironment } from './environment.js';
import type { HealthHours, StepTimes } from './platform/calendar/step-times.js';
import type { Weights } from './platform/figures/composite.js';
import type { WebhookTarget } from './platform/outside/targets.js';
import type { BrandColours } from './platform/pictures/colours.js';
import type { KeyRing, RingKey } from './platform/storage/key-ring.js';
import type { Retention } from './platform/storage/retention.js';
import type { Helplines } from './platform/text/helplines.js';

/** The only tenant that local mode admits; the demo people belong to it. */
export const LOCAL_TENANT = '00000000-0000-4000-8000-00000000aaaa';

interface CommonSettings {
  port: number;
  logLevel: string;
  links: { intranet?: string | undefined; landing?: string | undefined; daruma?: string | undefined };
  /** The hosts from which people's files may be downloaded. */
  fileHosts: string[];
  /** The time limit for each step of a case. */
  deadlines: StepTimes;
  /** Business hours until others are told that nobody has confirmed the level of a case. */
  confirmLevelHours: number;
  /** The time limits of health claims; undefined when they are off. */
  healthHours?: HealthHours | undefined;
  /** The telephone numbers for help. */
  helplines: Helplines;
  /** Whom people can turn to besides the team: a number, or an address with https. */
  contacts: { name: string; value: string }[];
  /** Whether reports that call for protection go to the people with the role `protected`. */
  protectedRoute: boolean;
  /** The organisation responsible for the data, and the address of its privacy notice. */
  privacy: { organisation: string; url?: string | undefined; retention: Retention };
  /** The organisation's colours, for the pictures that people keep. */
  colours: BrandColours;
  /** The keys that encrypt people's words; optional only in local mode. */
  fieldKeys?: KeyRing | undefined;
  /** The keys that sign the history of cases. */
  integrityKeys: KeyRing;
  /** How much each part of the composite indicator weighs; undefined while there is none. */
  indicatorWeights?: Weights | undefined;
  /** Whether who joins the meeting of a training is registered, where the meeting is tied to it. */
  meetingAttendance: boolean;
  /** Other systems that are told what happens to cases. */
  webhooks: WebhookTarget[];
  /** The personal tab in Teams; undefined while it is off. */
  tab?: TabSettings | undefined;
  /** A hosted model that may reorder search results; undefined when it is not configured. */
  model?: { endpoint: string; deployment: string; apiKey: string } | undefined;
}

/** The registration in Entra with which the tab signs people in. */
export interface TabSettings {
  appId: string;
  /** Its application ID URI: `api://HOST/APP_ID`. */
  uri: string;
  /** In lower case. */
  tenantId: string;
  /** The keys that sign its tokens. */
  keysUrl: string;
}

export interface LocalSettings extends CommonSettings {
  mode: 'local';
  dataDir: string;
  /** The connection string of an emulator that already runs; without it, local mode starts one in the data folder. */
  storage: string | undefined;
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
  catalogAppId?: string | undefined;
  /** The mailbox from which grave cases that nobody opens are told. Permission: Mail.Send. */
  mailFrom?: string | undefined;
}

export interface ProductionSettings extends CommonSettings {
  mode: 'production';
  publicUrl: string;
  tenants: string[];
  bot: {
    appId: string;
    tenantId: string;
    type: 'SingleTenant' | 'UserAssignedMSI';
    /** The SDK that takes activities. */
    sdk: 'botbuilder' | 'agents';
    password?: string | undefined;
    serviceUrlHosts: string[];
    defaultServiceUrl: string;
    /**
     * A mirror of the keys that sign incoming requests; undefined uses those that Azure Bot Service
     * publishes.
     */
    openIdMetadataUrl?: string | undefined;
  };
  graph: GraphSettings;
  /** The number of proxies in front that append to X-Forwarded-For; 0 ignores the header. */
  trustedProxies: number;
  /** How long it still takes requests after the signal to stop, until the balancer sends no more. */
  drainMs: number;
  /** Where measurements go; undefined sends none. */
  insights?: string | undefined;
  /** Days for which copies of the tables are kept. */
  backupDays: number;
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
    storage: env.LOCAL_STORAGE,
    tenants: [LOCAL_TENANT],
  };
}

function readProduction(environment: Record<string, string | undefined>): ProductionSettings {
  const lacksPassword =
    environment.MICROSOFT_APP_TYPE === 'SingleTenant' && environment.MICROSOFT_APP_PASSWORD === undefined;
  const lacksDirectory = environment.GRAPH_OUT_OF_OFFICE === 'on' && environment.GRAPH_DIRECTORY !== 'on';
  const lacksTab = (environment.TAB_APP_ID === undefined) !== (environment.TAB_APP_URI === undefined);
  const env = parse(productionEnvironment, environment, [
    ...(lacksPassword ? ['MICROSOFT_APP_PASSWORD: required when MICROSOFT_APP_TYPE is SingleTenant'] : []),
    ...(lacksTab ? ['TAB_APP_ID, TAB_APP_URI: set both, or none'] : []),
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
      sdk: env.BOT_SDK,
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
      mailFrom: env.MAIL_FALLBACK,
    },
    tab: tabOf(env),
    trustedProxies: env.TRUSTED_PROXIES,
    drainMs: env.DRAIN_SECONDS * 1_000,
    insights: env.APPLICATIONINSIGHTS_CONNECTION_STRING,
    backupDays: env.BACKUP_DAYS,
    storage: {
      tablesEndpoint: env.TABLES_ENDPOINT,
      queuesEndpoint: env.QUEUES_ENDPOINT,
      blobsEndpoint: env.BLOBS_ENDPOINT,
    },
  };
}

function tabOf(env: {
  TAB_APP_ID?: string | undefined;
  TAB_APP_URI?: string | undefined;
  TAB_KEYS_URL?: string | undefined;
  MICROSOFT_APP_TENANT_ID: string;
}): TabSettings | undefined {
  const { TAB_APP_ID: appId, TAB_APP_URI: uri, MICROSOFT_APP_TENANT_ID: tenantId } = env;
  if (!appId || !uri) return undefined;
  const published = `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`;
  return { appId, uri, tenantId, keysUrl: env.TAB_KEYS_URL ?? published };
}

/** @throws SettingsError when the hosted model is only partly configured, or a key has two purposes. */
function commonOf(
  env: CommonEnvironment,
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
  | 'colours'
  | 'fieldKeys'
  | 'integrityKeys'
  | 'model'
  | 'indicatorWeights'
  | 'meetingAttendance'
  | 'webhooks'
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
    colours: env.COLOURS,
    fieldKeys: env.FIELD_KEYS,
    integrityKeys: env.INTEGRITY_KEYS,
    indicatorWeights: env.INDICATOR_WEIGHTS,
    meetingAttendance: env.MEETING_ATTENDANCE,
    webhooks: env.WEBHOOKS,
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
