/** The contract between the bot and its features: what a feature receives and what it provides. */

import type { Background } from './platform/background.js';
import type { Copying } from './platform/backup/copying.js';
import type { BusinessCalendar } from './platform/calendar/business-time.js';
import type { Renderer } from './platform/cards/renderer.js';
import type { Clock, NewId } from './platform/clock.js';
import type { Channel, Retraction } from './platform/delivery/channel.js';
import type { Handover } from './platform/delivery/handover.js';
import type { Instances } from './platform/delivery/instances.js';
import type { Notices } from './platform/delivery/notices.js';
import type { RateLimiter } from './platform/delivery/rates.js';
import type { Roster } from './platform/delivery/roster.js';
import type { OpenedFile, Ticket, Tickets } from './platform/delivery/tickets.js';
import type { WorkKinds, WorkQueue } from './platform/delivery/work.js';
import type { OpenThings } from './platform/dialogue/open-things.js';
import type { Figures } from './platform/figures/figures.js';
import type { FigureSource } from './platform/figures/source.js';
import type { AskModel } from './platform/learning/hosted-model.js';
import type { Logger } from './platform/log.js';
import type { OwnIds } from './platform/own-ids.js';
import type { HttpRoute } from './platform/pages/route.js';
import type { TabSection } from './platform/pages/tab/content.js';
import type { WaitingSource } from './platform/pages/tab/waiting.js';
import type { Absences } from './platform/people/absences.js';
import type { AuthorisationWords } from './platform/people/authorisation-words.js';
import type { Consents } from './platform/people/consents.js';
import type { Contacts } from './platform/people/contacts.js';
import type { DataProvider } from './platform/people/data-provider.js';
import type { Mailer } from './platform/people/graph/mailer.js';
import type { Names } from './platform/people/names.js';
import type { Directory, Person } from './platform/people/person.js';
import type { KnownTeams } from './platform/people/teams.js';
import type { Policy } from './platform/policy/policy.js';
import type { Rounds } from './platform/rounds.js';
import type { SealedIds } from './platform/sealed-ids.js';
import type { SheetKind } from './platform/sheets/sheet.js';
import type { Blobs } from './platform/storage/blobs.js';
import type { Deletions } from './platform/storage/deletions.js';
import type { Sweep } from './platform/storage/retention.js';
import type { Signer } from './platform/storage/signer.js';
import type { Tables } from './platform/storage/tables.js';
import type { Catalogue } from './platform/text/catalogue.js';
import type { Settings } from './settings.js';
import type {
  ActRoute,
  Continuation,
  InboundFile,
  MeetingListener,
  OpenSource,
  QueryRoute,
  TextRoute,
  Turn,
  VerbRoute,
} from './turn.js';

/** The settings that every mode has. */
export type FeatureSettings = Pick<
  Settings,
  | 'links'
  | 'helplines'
  | 'contacts'
  | 'protectedRoute'
  | 'deadlines'
  | 'confirmLevelHours'
  | 'healthHours'
  | 'fileHosts'
  | 'tenants'
  | 'tab'
  | 'meetingAttendance'
  | 'model'
  | 'indicatorWeights'
  | 'privacy'
  | 'colours'
  | 'webhooks'
>;

/** What every feature receives; `context.ts` builds it once. */
export interface FeatureContext {
  settings: FeatureSettings;
  clock: Clock;
  newId: NewId;
  /** Ids of forms that only one person can send. */
  ownIds: OwnIds;
  /** Ids that do not say what they name. */
  sealedIds: SealedIds;
  log: Logger;
  /** The address at which browsers reach this server. */
  publicUrl: () => string;
  /** The bot's id in Teams, as in links to its chat: `28:` and the app id. */
  botId: string;

  tables: Tables;
  blobs: Blobs;
  /** Signs what must not be changed unnoticed. */
  signer: Signer;
  /** Records what is deleted. */
  deletions: Deletions;
  /** Runs work after the answer, in this process. `work` runs work that outlives it. */
  background: Background;
  work: WorkQueue;
  /** The instances of the bot that are alive, and what they leave to each other. */
  instances: Instances;
  handover: Handover;
  /** What ran last, for those who run the bot. */
  rounds: Rounds;
  /** The counts of all features, by month. */
  figures: Figures;
  /** Tells those who run the bot in a sentence; throws when nobody could be told. */
  tellOperators: (text: (text: Catalogue) => string) => Promise<void>;

  /** Those who act and read, as they are now. Whether they are away matters only to those who look for somebody. */
  actors: Directory;
  /** People and their superiors, with absences. */
  directory: Directory;
  /** The same some seconds ago, without a read; never to decide. */
  recentDirectory: Directory;
  /** Copies the tables; undefined where nothing is copied. */
  backup?: { copying: Copying; keptDays: number } | undefined;
  /** True where Microsoft Graph is the directory, which is asked each time. */
  isDirectoryLive: boolean;
  /** Returns everybody who has been imported. */
  everyone: () => Promise<Person[]>;
  names: Names;
  absences: Absences;
  contacts: Contacts;
  consents: Consents;
  authorisationWords: AuthorisationWords;

  /** What is open between each person and the bot. */
  things: OpenThings;

  /** The connection to Teams: conversations and their members. */
  channel: Channel & Roster & Retraction;
  /** The teams in which the bot is installed. */
  teams: KnownTeams;
  rates: RateLimiter;
  notices: Notices;
  /** Sends mail where Teams may not be read; undefined while that is off. */
  mailer?: Mailer | undefined;
  tickets: Tickets;
  /** Downloads a file that Teams refers to. Throws AppError `too-large` above `maxBytes`. */
  fetchFile: (file: InboundFile, serviceUrl: string, maxBytes: number) => Promise<Buffer>;

  renderer: Renderer;
  policy: Policy;
  calendar: BusinessCalendar;
  /** A hosted model, when one is configured; the caller checks its answers. */
  hosted?: AskModel | undefined;
}

/** What a feature provides; `app.ts` combines the features into one bot. */
export interface Feature {
  verbs: VerbRoute[];
  texts: TextRoute[];
  /** What a text may do to what it has left open. */
  acts?: ActRoute[];
  opens?: OpenSource[];
  /** Hears each text of a personal chat, before it is answered. */
  hears?: (turn: Turn) => void;
  /** Tried on each text that is no command, before its purpose decides. */
  continues?: Continuation;
  /** Hears who joins and leaves the meetings in whose chats the bot is. */
  meetings?: MeetingListener | undefined;
  /** Its searches over the message box. */
  queries?: QueryRoute[];
  pages?: HttpRoute[];
  /** Its parts of the page «mi página». */
  tab?: TabSection[];
  /** What waits for a person, as the first of these parts shows it. */
  waits?: WaitingSource;
  /** The kinds of work that it takes from the queue. */
  work?: WorkKinds;
  /** Returns the file behind a ticket; undefined for a ticket of another feature. */
  openFile?(ticket: Ticket, kind: SheetKind): Promise<OpenedFile | undefined>;
  /** The personal data that it stores. */
  personalData?: DataProvider[];
  /** Deletes what has reached the end of its retention. */
  sweeps?: Sweep[];
  /** What it counts for the indicators. */
  figures?: FigureSource[];
  /** Starts recurring jobs. */
  start?(): void;
  /** Finishes work that is due soon. */
  stop?(): void;
}
