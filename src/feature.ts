/** The contract between the bot and its features: what a feature gets, and what it offers. */
import type { Background } from './platform/background.js';
import type { BusinessCalendar } from './platform/calendar/business-time.js';
import type { Renderer } from './platform/cards/renderer.js';
import type { Clock, NewId } from './platform/clock.js';
import type { Channel } from './platform/delivery/channel.js';
import type { Notices } from './platform/delivery/notices.js';
import type { RateLimiter } from './platform/delivery/rates.js';
import type { Roster } from './platform/delivery/roster.js';
import type { OpenedFile, Ticket, Tickets } from './platform/delivery/tickets.js';
import type { WorkKinds, WorkQueue } from './platform/delivery/work.js';
import type { AskModel } from './platform/learning/hosted-model.js';
import type { Logger } from './platform/log.js';
import type { HttpRoute } from './platform/pages/route.js';
import type { Absences } from './platform/people/absences.js';
import type { AuthorisationWords } from './platform/people/authorisation-words.js';
import type { Consents } from './platform/people/consents.js';
import type { Contacts } from './platform/people/contacts.js';
import type { DataProvider } from './platform/people/data-provider.js';
import type { Names } from './platform/people/names.js';
import type { Directory, Person } from './platform/people/person.js';
import type { KnownTeams } from './platform/people/teams.js';
import type { Policy } from './platform/policy/policy.js';
import type { SheetKind } from './platform/sheets/sheet.js';
import type { Blobs } from './platform/storage/blobs.js';
import type { Deletions } from './platform/storage/deletions.js';
import type { Sweep } from './platform/storage/retention.js';
import type { Tables } from './platform/storage/tables.js';
import type { Settings } from './settings.js';
import type { InboundFile, TextRoute, VerbRoute } from './turn.js';

/** The settings that hold in every mode. */
export type FeatureSettings = Pick<
  Settings,
  'links' | 'helplines' | 'deadlines' | 'fileHosts' | 'tenants' | 'model' | 'privacy'
>;

/** What every feature gets, built once by `context.ts`. */
export interface FeatureContext {
  settings: FeatureSettings;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Where people's browsers reach this server. */
  publicUrl: () => string;
  /** The bot's id in Teams, as links to its chat carry it: `28:` and the app id. */
  botId: string;

  tables: Tables;
  blobs: Blobs;
  /** What is deleted is put on record here. */
  deletions: Deletions;
  /** Work behind the answer, and work that outlives this process. */
  background: Background;
  work: WorkQueue;

  /** Who is who and who is above whom, with absences. */
  directory: Directory;
  /** Everybody who has been imported. */
  everyone: () => Promise<Person[]>;
  names: Names;
  absences: Absences;
  contacts: Contacts;
  consents: Consents;
  authorisationWords: AuthorisationWords;

  /** The way to Teams: conversations, and who is in them. */
  channel: Channel & Roster;
  /** The teams where the bot is installed. */
  teams: KnownTeams;
  rates: RateLimiter;
  notices: Notices;
  tickets: Tickets;
  /** Reads a file that Teams names. Throws AppError `too-large` above `maxBytes`. */
  fetchFile: (file: InboundFile, serviceUrl: string, maxBytes: number) => Promise<Buffer>;

  renderer: Renderer;
  policy: Policy;
  calendar: BusinessCalendar;
  /** A hosted model, where one is set; what it says is checked by whoever asks. */
  hosted?: AskModel;
}

/** What a feature offers; `app.ts` folds the features into one bot. */
export interface Feature {
  verbs: VerbRoute[];
  texts: TextRoute[];
  pages?: HttpRoute[];
  /** Kinds of work that it takes from the queue. */
  work?: WorkKinds;
  /** The file behind a ticket; undefined for a ticket of another feature. */
  openFile?(ticket: Ticket, kind: SheetKind): Promise<OpenedFile | undefined>;
  /** What it keeps about people. */
  personalData?: DataProvider[];
  /** Deletes what has been kept long enough. */
  sweeps?: Sweep[];
  /** Begins what comes again by itself. */
  start?(): void;
  /** Finishes what was to be done soon. */
  stop?(): void;
}
