/** Builds the platform that every feature receives. */
import type { FeatureContext, FeatureSettings } from './feature.js';
import { Background } from './platform/background.js';
import { businessCalendar } from './platform/calendar/business-time.js';
import { Renderer } from './platform/cards/renderer.js';
import type { Clock, NewId } from './platform/clock.js';
import { InstallingChannel } from './platform/delivery/installing-channel.js';
import { Notices } from './platform/delivery/notices.js';
import { RateLimiter } from './platform/delivery/rates.js';
import { Tickets } from './platform/delivery/tickets.js';
import { WorkQueue } from './platform/delivery/work.js';
import { azureOpenAi } from './platform/learning/hosted-model.js';
import type { Logger } from './platform/log.js';
import { Absences, withAbsences } from './platform/people/absences.js';
import { AuthorisationWords } from './platform/people/authorisation-words.js';
import { Consents } from './platform/people/consents.js';
import { Contacts } from './platform/people/contacts.js';
import type { GraphClient } from './platform/people/graph/client.js';
import { GraphDirectory } from './platform/people/graph/graph-directory.js';
import { Installer } from './platform/people/graph/installer.js';
import { Names } from './platform/people/names.js';
import type { Directory } from './platform/people/person.js';
import { TableDirectory } from './platform/people/table-directory.js';
import { KnownTeams } from './platform/people/teams.js';
import { readPolicy } from './platform/policy/policy.js';
import type { Blobs } from './platform/storage/blobs.js';
import { Deletions } from './platform/storage/deletions.js';
import type { Queue } from './platform/storage/queue.js';
import type { Tables } from './platform/storage/tables.js';
import { textIn } from './platform/text/catalogue.js';
import type { GraphSettings, ProductionSettings } from './settings.js';

/** What differs between local mode, production and tests. */
export interface Host {
  tables: Tables;
  blobs: Blobs;
  queue: Queue;
  poison: Queue;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** The address at which browsers reach this server. */
  publicUrl: () => string;
  /** Undefined in local mode. */
  bot?: ProductionSettings['bot'];
  /** Microsoft Graph, when it is in use. */
  graph?: Omit<GraphSettings, 'endpoint'> & { client: GraphClient };
  /** The service URL for writing to people who have never written to the bot. */
  defaultServiceUrl: () => string;
}

export interface Context extends FeatureContext {
  people: TableDirectory;
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
  const people = new TableDirectory(tables);
  const graphDirectory = graph?.directory
    ? new GraphDirectory(graph.client, people, { clock, log, outOfOffice: graph.outOfOffice })
    : undefined;
  const absences = new Absences(tables);
  const directory = withAbsences(graphDirectory ?? people, absences, clock);
  const contacts = new Contacts(tables);
  const rates = new RateLimiter(clock);
  const notices = new Notices({
    contacts,
    channel: graph?.catalogAppId
      ? installing(teams.channel, graph.client, graph.catalogAppId, log)
      : teams.channel,
    rates,
    defaultServiceUrl: host.defaultServiceUrl,
  });
  return {
    settings,
    clock,
    newId: host.newId,
    log,
    publicUrl: host.publicUrl,
    botId: teams.botId,
    tables,
    blobs: host.blobs,
    deletions: new Deletions(tables, clock),
    background: new Background(log),
    work: new WorkQueue(host.queue, host.poison, log, () => tellOfSetAside(directory, notices, log)),
    people,
    directory,
    everyone: () => people.all(),
    isGuest: async (personId) => (await graphDirectory?.isGuest(personId)) ?? false,
    names: new Names(directory, clock),
    absences,
    contacts,
    consents: new Consents(tables),
    authorisationWords: new AuthorisationWords(settings.privacy),
    channel: teams.channel,
    teams: new KnownTeams(tables),
    rates,
    notices,
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
async function tellOfSetAside(directory: Directory, notices: Notices, log: Logger): Promise<void> {
  const team = await directory.withRole('humanization');
  const people = team.length > 0 ? team : await directory.withRole('admin');
  const telling = people.map(({ id }) =>
    notices.tell(id, (language) => ({ text: textIn(language).chat.setAside })),
  );
  const told = await Promise.allSettled(telling);
  for (const one of told) {
    if (one.status === 'rejected') log.error({ err: one.reason }, 'set aside, and somebody not told');
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
