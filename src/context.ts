/** Builds the platform that every feature receives. */
import type { Send } from './bot/connections.js';
import type { FeatureContext, FeatureSettings } from './feature.js';
import { Background } from './platform/background.js';
import { Copying } from './platform/backup/copying.js';
import { businessCalendar } from './platform/calendar/business-time.js';
import { Renderer } from './platform/cards/renderer.js';
import type { Clock, NewId } from './platform/clock.js';
import { Handover } from './platform/delivery/handover.js';
import { InstallingChannel } from './platform/delivery/installing-channel.js';
import { Instances } from './platform/delivery/instances.js';
import { Notices } from './platform/delivery/notices.js';
import { PacedChannel } from './platform/delivery/paced-channel.js';
import { RateLimiter } from './platform/delivery/rates.js';
import { Tickets } from './platform/delivery/tickets.js';
import { DELIVERY_TIMES, type DeliveryTimes } from './platform/delivery/times.js';
import { WorkQueue } from './platform/delivery/work.js';
import { OpenThings } from './platform/dialogue/open-things.js';
import { FigureStore } from './platform/figures/figure-store.js';
import { Figures } from './platform/figures/figures.js';
import { azureOpenAi } from './platform/learning/hosted-model.js';
import type { Logger } from './platform/log.js';
import { OwnIds } from './platform/own-ids.js';
import { Absences, withAbsences } from './platform/people/absences.js';
import { AuthorisationWords } from './platform/people/authorisation-words.js';
import { Consents } from './platform/people/consents.js';
import { Contacts } from './platform/people/contacts.js';
import type { GraphClient } from './platform/people/graph/client.js';
import { GraphDirectory } from './platform/people/graph/graph-directory.js';
import { Installer } from './platform/people/graph/installer.js';
import { Mailer } from './platform/people/graph/mailer.js';
import { Names } from './platform/people/names.js';
import type { Directory } from './platform/people/person.js';
import { RecentDirectory } from './platform/people/recent-directory.js';
import { TableDirectory } from './platform/people/table-directory.js';
import { KnownTeams } from './platform/people/teams.js';
import { readPolicy } from './platform/policy/policy.js';
import { Rounds } from './platform/rounds.js';
import { SealedIds } from './platform/sealed-ids.js';
import type { Blobs, StoredBlobs } from './platform/storage/blobs.js';
import { Deletions } from './platform/storage/deletions.js';
import type { Queue } from './platform/storage/queue.js';
import type { Sealer } from './platform/storage/sealer.js';
import type { Signer } from './platform/storage/signer.js';
import type { StoredTables, Tables } from './platform/storage/tables.js';
import { type Catalogue, textIn } from './platform/text/catalogue.js';
import type { GraphSettings, ProductionSettings } from './settings.js';
import { COPIED } from './tables.js';

/** What differs between local mode, production and tests. */
export interface Host {
  tables: Tables;
  blobs: Blobs;
  queue: Queue;
  poison: Queue;
  /** Signs what must not be changed unnoticed. */
  signer: Signer;
  /** Encrypts what waits in the queue. */
  sealer: Sealer;
  /** What is copied every night, and where to; tests go without. */
  backup?: { tables: StoredTables; blobs: StoredBlobs; keptDays: number };
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** The address at which browsers reach this server. */
  publicUrl: () => string;
  /** Undefined in local mode. */
  bot?: ProductionSettings['bot'];
  /** Microsoft Graph, when it is in use. */
  graph?: (Omit<GraphSettings, 'endpoint'> & { client: GraphClient }) | undefined;
  /** The service URL for writing to people who have never written to the bot. */
  defaultServiceUrl: () => string;
  /** How requests get to Teams; tests bring their own way. */
  send?: Send;
  /** Tests shorten the times, and let messages out at once. */
  times?: DeliveryTimes | undefined;
  rates?: RateLimiter | undefined;
}

export interface Context extends FeatureContext {
  people: TableDirectory;
  /** Those who act, some seconds ago. */
  recentActors: Directory;
  /** Returns true for guests of the tenant, as far as the directory knows. */
  isGuest: (personId: string) => Promise<boolean>;
}

/** @param teams what only src/bot can build: the connection to Teams. */
export function createContext(
  settings: FeatureSettings,
  host: Host,
  teams: Pick<FeatureContext, 'botId' | 'channel' | 'fetchFile'>,
): Context {
  const { tables, clock, log, graph } = host;
  const people = new TableDirectory(tables, () => recentActors.forget());
  const graphDirectory = graph?.directory
    ? new GraphDirectory(graph.client, people, { clock, log, outOfOffice: graph.outOfOffice })
    : undefined;
  const absences = new Absences(tables);
  const actors = graphDirectory ?? people;
  const directory = withAbsences(actors, absences, clock);
  const recentActors: RecentDirectory = new RecentDirectory(actors, clock);
  const recentAbsences = { find: (id: string) => absences.findLately(id) };
  const recentDirectory = withAbsences(recentActors, recentAbsences, clock);
  const contacts = new Contacts(tables);
  const times = host.times ?? DELIVERY_TIMES;
  const instances = new Instances({ ...host, times });
  const rates = host.rates ?? new RateLimiter(instances);
  const channel = new PacedChannel(teams.channel, rates);
  const notices = new Notices({
    contacts,
    channel: graph?.catalogAppId ? installing(channel, graph.client, graph.catalogAppId, log) : channel,
    defaultServiceUrl: host.defaultServiceUrl,
  });
  const tell = (text: (text: Catalogue) => string) => tellOperators({ directory, notices, log }, text);
  const work = new WorkQueue(host.queue, host.poison, log, () => tell(({ chat }) => chat.setAside), times);
  const background = new Background(log);
  return {
    settings,
    clock,
    newId: host.newId,
    ownIds: new OwnIds(host.signer.keysFor('own ids'), host.newId),
    sealedIds: new SealedIds(host.signer.keysFor('sealed ids')),
    log,
    publicUrl: host.publicUrl,
    botId: teams.botId,
    tables,
    blobs: host.blobs,
    signer: host.signer,
    deletions: new Deletions(tables, clock),
    background,
    work,
    instances,
    handover: new Handover({ tables, instances, perform: (body) => work.perform(body), log, times }),
    figures: new Figures({
      store: new FigureStore(tables),
      work,
      clock,
      retention: settings.privacy.retention,
      weights: settings.indicatorWeights,
      coalescedMs: times.figuresMs,
    }),
    rounds: new Rounds(tables, clock),
    backup: host.backup && {
      copying: new Copying({ ...host, ...host.backup, copied: COPIED }),
      keptDays: host.backup.keptDays,
    },
    isDirectoryLive: graphDirectory !== undefined,
    tellOperators: tell,
    people,
    actors,
    recentActors,
    directory,
    recentDirectory,
    everyone: () => people.all(),
    isGuest: async (personId) => (await graphDirectory?.isGuest(personId)) ?? false,
    names: new Names(recentActors, clock),
    absences,
    contacts,
    consents: new Consents(tables),
    things: new OpenThings({ tables, background, log }),
    authorisationWords: new AuthorisationWords(settings.privacy),
    channel,
    teams: new KnownTeams(tables),
    rates,
    notices,
    mailer: graph?.mailFrom ? new Mailer(graph.client, graph.mailFrom) : undefined,
    tickets: new Tickets(tables, clock),
    fetchFile: teams.fetchFile,
    renderer: new Renderer(),
    policy: readPolicy(),
    calendar: businessCalendar(),
    hosted: settings.model && azureOpenAi(settings.model),
  };
}

/**
 * Tells the humanization team, or the administrators when there is no such team. A failure to reach one
 * person does not stop the others from being told.
 * @throws Error when nobody could be told.
 */
async function tellOperators(
  { directory, notices, log }: { directory: Directory; notices: Notices; log: Logger },
  text: (text: Catalogue) => string,
): Promise<void> {
  const team = await directory.withRole('humanization');
  const people = team.length > 0 ? team : await directory.withRole('admin');
  const telling = people.map(({ id }) => notices.tell(id, (language) => ({ text: text(textIn(language)) })));
  const told = await Promise.allSettled(telling);
  for (const one of told) {
    if (one.status === 'rejected') log.error({ err: one.reason }, 'an operator was not told');
  }
  if (told.every(({ status }) => status === 'rejected')) throw new Error('nobody was told');
}

function installing(
  channel: FeatureContext['channel'],
  graph: GraphClient,
  catalogAppId: string,
  log: Logger,
): InstallingChannel {
  const installer = new Installer(graph, catalogAppId);
  return new InstallingChannel(channel, (personId) => installer.install(personId), log);
}
