/** The variables of the environment that the bot reads, each with its form and default. */
import { z } from 'zod';
import {
  DEFAULT_CONFIRM_HOURS,
  DEFAULT_STEP_TIMES,
  healthHours,
  stepTimes,
} from './platform/calendar/step-times.js';
import { weights } from './platform/figures/composite.js';
import { webhookTargets } from './platform/outside/targets.js';
import { type BrandColours, DEFAULT_COLOURS } from './platform/pictures/colours.js';
import { KEY_BYTES, type KeyRing, keyRing } from './platform/storage/key-ring.js';
import { DEFAULT_RETENTION, retention } from './platform/storage/retention.js';

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

/** `#rrggbb,#rrggbb`: the organisation's colour, and one that goes with it. */
const colours = z
  .string()
  .regex(/^#[\da-f]{6} *, *#[\da-f]{6}$/i, 'two colours as #rrggbb, separated by a comma')
  .transform((value): BrandColours => {
    const [primary, accent] = value.toLowerCase().split(',');
    return { primary: `#${primary?.trim().slice(1)}`, accent: `#${accent?.trim().slice(1)}` };
  });

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
  COLOURS: colours.default(DEFAULT_COLOURS),
  PRIVACY_URL: url.optional(),
  RETENTION: retention.default(DEFAULT_RETENTION),
  FIELD_KEYS: keyRing.optional(),
  INTEGRITY_KEYS: keyRing.default(LOCAL_INTEGRITY_KEYS),
  INDICATOR_WEIGHTS: weights.optional(),
  HELP_EMERGENCY: line.default('123'),
  HELP_EMOTIONAL: line.default('106'),
  HELP_VIOLENCE: line.default('155'),
  HELP_CHILD: line.default('141'),
  HELP_PROSECUTOR: line.default('122'),
  CONTACTS: contacts.default([]),
  PROTECTED_ROUTE: onOff.default(true),
  MEETING_ATTENDANCE: onOff.default(false),
  WEBHOOKS: webhookTargets.default([]),
  AZURE_OPENAI_ENDPOINT: url.optional(),
  AZURE_OPENAI_DEPLOYMENT: z.string().optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
};

/** What both modes read. */
export type CommonEnvironment = z.output<typeof commonEnvironment>;

const commonEnvironment = z.object(common);

export const localEnvironment = z.object({
  ...common,
  LOG_LEVEL: common.LOG_LEVEL.unwrap().default('warn'),
  // The local Teams has a meeting, and asks nobody for a permission.
  MEETING_ATTENDANCE: onOff.default(true),
  PORT: port.default(3978),
  LOCAL_DATA_DIR: z.string().min(1).default('.data'),
  LOCAL_STORAGE: z.string().optional(),
});

export const productionEnvironment = z.object({
  ...common,
  PORT: port.default(3978),
  FIELD_KEYS: keyRing,
  INTEGRITY_KEYS: keyRing,
  PUBLIC_URL: url,
  MICROSOFT_APP_ID: z.uuid(),
  MICROSOFT_APP_TENANT_ID: z.uuid().toLowerCase(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('UserAssignedMSI'),
  BOT_SDK: z.enum(['botbuilder', 'agents']).default('botbuilder'),
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
  MAIL_FALLBACK: z.email().optional(),
  TAB_APP_ID: z.guid().toLowerCase().optional(),
  TAB_APP_URI: z
    .string()
    .regex(/^api:\/\/\S+$/)
    .optional(),
  TAB_KEYS_URL: endpoint.optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(/InstrumentationKey=/)
    .optional(),
  BACKUP_DAYS: z.coerce.number().int().min(1).max(35).default(28),
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(10),
});
