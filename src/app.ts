/** The composition root: builds every part once and hands it to those that need it. */

import { BotAdapter } from './bot/adapter.js';
import { createFetchFile } from './bot/attachments.js';
import { BotAuthentication } from './bot/authentication.js';
import { BotConnector } from './bot/connector.js';
import { createAdmission, isHostOf, isLoopback, SeenActivities } from './bot/gate.js';
import { Router } from './bot/router.js';
import { Turns } from './bot/turns.js';
import { Welcome } from './bot/welcome.js';
import { createAnswers } from './features/answers/index.js';
import { businessDaysAfter } from './features/cases/domain/deadlines.js';
import type { OpenedFile } from './features/cases/handlers/evidence-handler.js';
import { readRules } from './features/cases/impact/rules.js';
import { createTells } from './features/cases/impact/telling.js';
import { createCases } from './features/cases/index.js';
import { createHelpFor } from './features/cases/service/help.js';
import { Menu } from './features/home/handlers/home-handler.js';
import { createConsent, createPrivacy } from './features/privacy/index.js';
import { createTrainings } from './features/trainings/index.js';
import { Background } from './platform/background.js';
import { Renderer } from './platform/cards/renderer.js';
import type { Clock, NewId } from './platform/clock.js';
import type { Channel } from './platform/delivery/channel.js';
import { InstallingChannel } from './platform/delivery/installing-channel.js';
import { Notices } from './platform/delivery/notices.js';
import { RateLimiter } from './platform/delivery/rates.js';
import { Tickets } from './platform/delivery/tickets.js';
import { WorkQueue } from './platform/delivery/work.js';
import { azureOpenAi } from './platform/learning/hosted-model.js';
import { loadModel } from './platform/learning/model-file.js';
import type { Logger } from './platform/log.js';
import type { HttpRoute } from './platform/pages/route.js';
import { Absences, withAbsences } from './platform/people/absences.js';
import { Contacts } from './platform/people/contacts.js';
import type { GraphClient } from './platform/people/graph/client.js';
import { GraphDirectory } from './platform/people/graph/graph-directory.js';
import { Installer } from './platform/people/graph/installer.js';
import type { Person } from './platform/people/person.js';
import { peopleData } from './platform/people/personal-data.js';
import { TableDirectory } from './platform/people/table-directory.js';
import { KnownTeams } from './platform/people/teams.js';
import { readPolicy } from './platform/policy/policy.js';
import type { SheetKind } from './platform/sheets/sheet.js';
import type { Blobs } from './platform/storage/blobs.js';
import { Deletions } from './platform/storage/deletions.js';
import type { Queue } from './platform/storage/queue.js';
import type { Tables } from './platform/storage/tables.js';
import { textIn } from './platform/text/catalogue.js';
import { commands } from './platform/text/commands.js';
import type { GraphSettings, ProductionSettings, Settings } from './settings.js';
import type { TextRoute, Turn } from './turn.js';

/** What differs between local mode, production and tests. */
export interface Platform {
  tables: Tables;
  queue: Queue;
  poison: Queue;
  clock: Clock;
  blobs: Blobs;
  newId: NewId;
  log: Logger;
  /** Where people's browsers reach this server. */
  publicUrl: () => string;
  /** Undefined in local mode. */
  bot?: ProductionSettings['bot'];
  /** Microsoft Graph, where it is asked. */
  graph?: Omit<GraphSettings, 'endpoint'> & { client: GraphClient };
  /** Where people are written to who have never written themselves. */
  defaultServiceUrl: () => string;
}

export interface App {
  receive: BotAdapter['receive'];
  /** The verbs that cards may send. */
  verbs: string[];
  /** The name of the route that a text is for. */
  routeOf: (text: string) => string;
  people: TableDirectory;
  /** The file behind a link that lives for minutes; undefined where there is none. */
  openFile: (ticket: string, kind: SheetKind) => Promise<OpenedFile | undefined>;
  /** The web pages that it serves. */
  pages: HttpRoute[];
  /** What keeps it from doing its work; empty when ready. */
  problems(): Promise<string[]>;
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** Whether the next night of retention is planned. */
const NIGHTS_MS = 3_600_000;
/** A deadline that was lost on the way is made up for within this time. */
const AUDIT_MS = 10 * 60_000;
const LOCAL_BOT_ID = '28:humanizacion-local';

export function createApp(
  settings: Pick<Settings, 'links' | 'helplines' | 'limits' | 'fileHosts' | 'tenants' | 'model' | 'privacy'>,
  platform: Platform,
): App {
  const { tables, clock, newId, log } = platform;
  const renderer = new Renderer();
  const policy = readPolicy();
  const people = new TableDirectory(tables);
  const graphDirectory = graphDirectoryOf(people, platform);
  const absences = new Absences(tables);
  const directory = withAbsences(graphDirectory ?? people, absences, clock);
  const contacts = new Contacts(tables);
  const background = new Background(log);
  const personOf = async ({ actor }: Turn): Promise<Person> =>
    (await directory.find(actor.id)) ?? { ...actor, email: '', roles: [], area: '' };

  const authentication = new BotAuthentication(platform.bot);
  const botId = platform.bot ? `28:${platform.bot.appId}` : LOCAL_BOT_ID;
  const connector = new BotConnector(authentication.token, {
    id: botId,
    tenantId: settings.tenants[0] ?? '',
  });

  const rates = new RateLimiter(clock);
  const notices = new Notices({
    tables,
    contacts,
    channel: platform.graph?.catalogAppId
      ? installing(connector, platform.graph.client, platform.graph.catalogAppId, log)
      : connector,
    rates,
    defaultServiceUrl: platform.defaultServiceUrl,
  });
  const work = new WorkQueue(platform.queue, platform.poison, log, async () => {
    const team = await directory.withRole('humanization');
    const people = team.length > 0 ? team : await directory.withRole('admin');
    const telling = people.map(({ id }) =>
      notices.tell(id, (language) => ({ text: textIn(language).chat.setAside })),
    );
    // One who cannot be reached keeps nobody else from being told.
    const told = await Promise.allSettled(telling);
    for (const one of told) {
      if (one.status === 'rejected') log.error({ err: one.reason }, 'set aside, and somebody not told');
    }
    if (told.every(({ status }) => status === 'rejected')) throw new Error('nobody was told');
  });
  const tickets = new Tickets(tables, clock);
  const hosted = settings.model && azureOpenAi(settings.model);
  const rules = readRules();
  const consent = createConsent(settings.privacy, tables);
  const deletions = new Deletions(tables, clock);
  const menu = new Menu(renderer, directory, consent.welcome);
  const cases = createCases({
    ...{ settings, tables, clock, newId, log, renderer, directory, absences, background, work, notices },
    ...{ tickets, policy, rules, hosted, personOf, blobs: platform.blobs, publicUrl: platform.publicUrl },
    authorisation: consent.authorisation,
    recordErasure: (erased) => deletions.record(erased),
    fetchFile: createFetchFile(
      authentication.token,
      platform.bot ? isHostOf(settings.fileHosts) : isLoopback,
    ),
  });
  const answers = createAnswers({
    ...{ settings, tables, log, renderer, policy, hosted, personOf },
    help: (turn) => menu.help(turn),
    tells: createTells(loadModel('telling'), rules),
    helpFor: createHelpFor(rules, settings.helplines),
    offerReport: cases.offerReport,
  });
  const teams = new KnownTeams(tables);
  const trainings = createTrainings({
    ...{ tables, clock, newId, log, renderer, directory, people },
    ...{ background, connector, rates, notices, teams },
    ...{ policy, personOf, botId, publicUrl: platform.publicUrl },
    organisation: settings.privacy.organisation,
    recordDeletion: (deleted) => deletions.record(deleted),
  });

  const privacy = createPrivacy({
    ...{
      tables,
      work,
      background,
      tickets,
      directory,
      renderer,
      consent,
      personOf,
      businessDaysAfter,
      clock,
      log,
    },
    settings: settings.privacy,
    tell: (personId, render) => notices.tell(personId, render),
    providers: [
      ...peopleData({ directory, contacts, absences }),
      ...cases.providers,
      ...answers.providers,
      ...trainings.providers,
    ],
    sweeps: [...cases.sweeps, ...trainings.sweeps],
    discardDrafts: cases.discardDrafts,
    publicUrl: platform.publicUrl,
  });

  const myData: TextRoute = {
    name: 'my data',
    scope: 'personal',
    select: commands.myData,
    handle: (turn) => privacy.myData.view(turn),
  };
  const requests: TextRoute = {
    name: 'data requests',
    scope: 'personal',
    select: commands.dataRequests,
    handle: (turn) => privacy.desk.list(turn),
  };
  const dataRoutes = [...privacy.myData.routes(), ...privacy.desk.routes()];
  const router = new Router(
    [...menu.routes(), ...cases.verbs, ...answers.verbs, ...trainings.verbs, ...dataRoutes],
    [...cases.texts, ...answers.texts, ...trainings.texts, myData, requests, menu.text()],
    { name: 'question', scope: 'anywhere', select: () => true, handle: answers.ask },
    { name: 'files', scope: 'personal', handle: cases.receiveFiles },
  );
  const turns = new Turns({
    tenants: settings.tenants,
    isGuest: async (id) => (await graphDirectory?.isGuest(id)) ?? false,
    router,
    seen: new SeenActivities(tables, clock, log),
    contacts,
    teams,
    connector,
    welcome: new Welcome({ contacts, connector, menu, log }),
    clock,
    log,
  });
  const adapter = new BotAdapter(
    authentication,
    createAdmission(platform.bot ? isHostOf(platform.bot.serviceUrlHosts) : isLoopback),
    (inbound) => turns.handle(inbound),
    log,
  );

  return {
    receive: (authorization, body) => adapter.receive(authorization, body),
    verbs: router.verbs,
    routeOf: (text) => router.forText(text).name,
    people,
    pages: trainings.pages,
    openFile: async (token, kind) => {
      const ticket = await tickets.open(token);
      return ticket && ((await cases.open(ticket, kind)) ?? (await privacy.data.open(ticket)));
    },
    problems: async () => {
      const reachable = await tables.get('People', 'readiness', 'probe').then(
        () => true,
        () => false,
      );
      return reachable ? [] : ['storage'];
    },
    start: () => {
      work.start((item) =>
        item.kind === 'dispatch' || item.kind === 'deadline' ? cases.run(item) : privacy.run(item),
      );
      background.every(NIGHTS_MS, 'retention', () => privacy.nights.ensure());
      background.every(AUDIT_MS, 'audit', async () => void (await cases.audit()));
    },
    stop: async () => {
      await work.stop();
      trainings.stop();
      await background.drain();
    },
  };
}

function graphDirectoryOf(
  people: TableDirectory,
  { graph, clock, log }: Platform,
): GraphDirectory | undefined {
  if (!graph?.directory) return undefined;
  return new GraphDirectory(graph.client, people, { clock, log, outOfOffice: graph.outOfOffice });
}

function installing(channel: Channel, graph: GraphClient, catalogAppId: string, log: Logger): Channel {
  const installer = new Installer(graph, catalogAppId);
  return new InstallingChannel(channel, (personId) => installer.install(personId), log);
}
