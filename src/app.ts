/** The composition root: builds every part once and hands it to those that need it. */
import { Background } from './background.js';
import { BotAdapter } from './bot/adapter.js';
import { createFetchFile } from './bot/attachments.js';
import { BotAuthentication } from './bot/authentication.js';
import { BotConnector } from './bot/connector.js';
import { createAdmission, isHostOf, isLoopback, SeenActivities } from './bot/gate.js';
import { Menu } from './bot/menu.js';
import { phrase, Router } from './bot/router.js';
import { Turns } from './bot/turns.js';
import { Welcome } from './bot/welcome.js';
import { Renderer } from './cards/renderer.js';
import { AwayConversation } from './cases/away.js';
import { tellsOfLeaving, tellsOfReturn } from './cases/away-words.js';
import { CaseCards } from './cases/case-card.js';
import { CaseIndex } from './cases/case-index.js';
import { CaseDeadlines } from './cases/deadline-work.js';
import { businessDaysAfter, createDeadlines } from './cases/deadlines.js';
import { Discarding } from './cases/discarding.js';
import { Drafts } from './cases/drafts.js';
import { Erasure } from './cases/erasure.js';
import { EvidenceConversation, type OpenedFile } from './cases/evidence-conversation.js';
import { CaseExport } from './cases/export.js';
import { neverRaise, raiseByModel } from './cases/impact/hosted-level.js';
import { loadAssess, loadProposals } from './cases/impact/load.js';
import { readRules } from './cases/impact/rules.js';
import { createTells } from './cases/impact/telling.js';
import { CaseLists } from './cases/lists.js';
import { caseEffects } from './cases/notices.js';
import { caseData } from './cases/personal-data.js';
import { ReportConversation } from './cases/report.js';
import { ReportCards } from './cases/report-cards.js';
import { CaseReview } from './cases/review.js';
import { CaseService } from './cases/service.js';
import { CaseStore } from './cases/store.js';
import { onUndelivered } from './cases/undelivered.js';
import type { Clock, NewId } from './clock.js';
import type { Channel } from './delivery/channel.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { InstallingChannel } from './delivery/installing-channel.js';
import { Notices } from './delivery/notices.js';
import { RateLimiter } from './delivery/rates.js';
import { Tickets } from './delivery/tickets.js';
import { WorkQueue } from './delivery/work.js';
import { azureOpenAi } from './learning/hosted-model.js';
import { loadModel } from './learning/model-file.js';
import type { Logger } from './log.js';
import { Absences, withAbsences } from './people/absences.js';
import { Contacts } from './people/contacts.js';
import type { GraphClient } from './people/graph/client.js';
import { GraphDirectory } from './people/graph/graph-directory.js';
import { Installer } from './people/graph/installer.js';
import { Names } from './people/names.js';
import type { Person } from './people/person.js';
import { peopleData } from './people/personal-data.js';
import { TableDirectory } from './people/table-directory.js';
import { AnswerCards } from './policy/answer-card.js';
import { Answers } from './policy/answers.js';
import { readPolicy } from './policy/content.js';
import { FeedbackStore } from './policy/feedback.js';
import { readKnowledge } from './policy/knowledge.js';
import { LastAnswers } from './policy/last-answers.js';
import { OpenQuestions } from './policy/open-questions.js';
import { QuestionList } from './policy/question-list.js';
import { localRanking, ModelRanking } from './policy/ranking.js';
import { Search } from './policy/search.js';
import { Deletions } from './privacy/deletions.js';
import type { MyData } from './privacy/my-data.js';
import { createPrivacy } from './privacy/privacy.js';
import type { GraphSettings, ProductionSettings, Settings } from './settings.js';
import type { SheetKind } from './sheets/sheet.js';
import type { Blobs } from './storage/blobs.js';
import type { Queue } from './storage/queue.js';
import type { Tables } from './storage/tables.js';
import { textIn } from './text/catalogue.js';
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
  people: TableDirectory;
  /** The file behind a link that lives for minutes; undefined where there is none. */
  openFile: (ticket: string, kind: SheetKind) => Promise<OpenedFile | undefined>;
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
  const directory = withAbsences(graphDirectory ?? people, absences);
  const contacts = new Contacts(tables);
  const background = new Background(log);
  const personOf = async ({ actor }: Turn): Promise<Person> =>
    (await directory.find(actor.id)) ?? { ...actor, email: '', roles: [], area: '' };

  const authentication = new BotAuthentication(platform.bot);
  const connector = new BotConnector(authentication.token, {
    id: platform.bot ? `28:${platform.bot.appId}` : LOCAL_BOT_ID,
    tenantId: settings.tenants[0] ?? '',
  });

  const drafts = new Drafts(tables, clock);
  const work = new WorkQueue(platform.queue, platform.poison, log, async () => {
    for (const { id } of await directory.withRole('humanization')) {
      await notices.tell(id, (language) => ({ text: textIn(language).chat.setAside }));
    }
  });
  const store = new CaseStore(tables);
  const index = new CaseIndex(tables);
  const names = new Names(directory, clock);
  const titleOf = (id: string) => policy.find(id)?.title ?? '';
  const cards = new CaseCards({
    names,
    renderer,
    links: settings.links,
    helplines: settings.helplines,
    titleOf,
  });
  const notices = new Notices({
    tables,
    contacts,
    channel: platform.graph?.catalogAppId
      ? installing(connector, platform.graph.client, platform.graph.catalogAppId, log)
      : connector,
    rates: new RateLimiter(clock),
    defaultServiceUrl: platform.defaultServiceUrl,
  });
  const dispatcher = new Dispatcher(tables, clock, log);
  const service = new CaseService({
    store,
    directory,
    deadlines: createDeadlines(settings.limits),
    dispatcher,
    work,
    background,
    clock,
  });
  const deadlines = new CaseDeadlines({ store, service, index, work, clock, log });
  dispatcher.handle(
    caseEffects(notices, { store, index, directory, cards, deadlines, clock }),
    onUndelivered(service),
  );

  const tickets = new Tickets(tables, clock);
  const discarding = new Discarding({ drafts, store, blobs: platform.blobs });
  const deletions = new Deletions(tables, clock);
  const erasure = new Erasure({
    store,
    index,
    blobs: platform.blobs,
    record: (erased) => deletions.record(erased),
    log,
  });
  const lastAnswers = new LastAnswers(tables);
  const privacy = createPrivacy({
    settings: settings.privacy,
    tables,
    work,
    tickets,
    directory,
    renderer,
    tell: (personId, render) => notices.tell(personId, render),
    providers: [
      ...peopleData({ directory, contacts, absences }),
      ...caseData({ index, store, drafts }),
      lastAnswers,
    ],
    sweeps: [
      { kind: 'cases', run: (before, most, rule) => erasure.sweep(before, most, rule) },
      { kind: 'drafts', run: (before, most) => discarding.sweep(before, most) },
    ],
    discardDrafts: (personId) => discarding.discardAll(personId),
    businessDaysAfter,
    publicUrl: platform.publicUrl,
    clock,
    log,
  });
  const { authorisation } = privacy;
  const hosted = settings.model && azureOpenAi(settings.model);
  const rules = readRules();
  const touchable = ['eje-trato', 'eje-etica', 'eje-experiencias', 'alejan-humanizacion'].flatMap((id) =>
    policy.childrenOf(id),
  );
  const report = new ReportConversation({
    drafts,
    authorisation,
    discard: (personId, id) => discarding.discard(personId, id),
    service,
    directory,
    renderer,
    cards,
    forms: new ReportCards({
      directory,
      renderer,
      definitionOf: (level) => policy.find(DEFINITIONS[level])?.official.join(' ') ?? '',
      touchable,
      helplines: settings.helplines,
    }),
    assess: loadAssess(rules),
    raiseLevel: hosted ? raiseByModel(hosted, log) : neverRaise,
    propose: loadProposals(),
    touchableIds: new Set(touchable.map(({ id }) => id)),
    personOf,
    newId,
  });
  const evidence = new EvidenceConversation({
    drafts,
    authorisation,
    service,
    index,
    blobs: platform.blobs,
    tickets,
    renderer,
    fetchFile: createFetchFile(
      authentication.token,
      platform.bot ? isHostOf(settings.fileHosts) : isLoopback,
    ),
    personOf,
    publicUrl: platform.publicUrl,
    newId,
  });
  const review = new CaseReview({ service, cards, personOf });
  const lists = new CaseLists({ index, names, renderer, personOf });
  const exporting = new CaseExport({
    index,
    store,
    directory,
    names,
    renderer,
    tickets,
    titleOf,
    personOf,
    publicUrl: platform.publicUrl,
  });
  const away = new AwayConversation({ absences, directory, renderer, personOf });
  const menu = new Menu(renderer, directory, privacy.welcome);
  const policyModel = loadModel('policy');
  const search = new Search(policyModel);
  const knowledge = readKnowledge(policy);
  const openQuestions = new OpenQuestions(tables);
  const answers = new Answers({
    policy,
    knowledge,
    ranking: hosted ? new ModelRanking(search, policy, hosted, log) : localRanking(search),
    cards: new AnswerCards({ policy, knowledge, renderer, links: settings.links }),
    feedback: new FeedbackStore(tables),
    lastAnswers,
    openQuestions,
    renderer,
    log,
    help: (turn) => menu.help(turn),
    tells: createTells(loadModel('telling'), rules),
    offerReport: (turn, section) => report.offer(turn, section),
  });
  const questions = new QuestionList({
    policy,
    openQuestions,
    renderer,
    personOf,
    vectorOf: (text) => policyModel.vector(text),
  });

  const router = new Router(
    [
      ...menu.routes(),
      ...report.routes(),
      ...evidence.routes(),
      ...review.routes(),
      ...lists.routes(),
      ...exporting.routes(),
      ...away.routes(),
      ...answers.routes(),
      ...privacy.myData.routes(),
    ],
    textRoutes({ report, lists, exporting, away, menu, questions, myData: privacy.myData }),
    { name: 'question', scope: 'anywhere', select: () => true, handle: (turn) => answers.ask(turn) },
    { name: 'files', scope: 'personal', handle: (turn) => evidence.receive(turn) },
  );
  const turns = new Turns({
    tenants: settings.tenants,
    isGuest: async (id) => (await graphDirectory?.isGuest(id)) ?? false,
    router,
    seen: new SeenActivities(tables, clock, log),
    contacts,
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
    people,
    openFile: async (token, kind) => {
      const ticket = await tickets.open(token);
      if (!ticket) return undefined;
      const opened = (await evidence.open(ticket)) ?? (await exporting.open(ticket, kind));
      return opened ?? privacy.data.open(ticket);
    },
    problems: async () => {
      const reachable = await tables.get('People', 'readiness', 'probe').then(
        () => true,
        () => false,
      );
      return reachable ? [] : ['storage'];
    },
    start: () => {
      work.start((item) => {
        if (item.kind === 'dispatch') return dispatcher.dispatch(item.partitionKey);
        return item.kind === 'deadline' ? deadlines.run(item) : privacy.run(item);
      });
      background.every(NIGHTS_MS, 'retention', () => privacy.nights.ensure());
      background.every(AUDIT_MS, 'audit', async () => void (await deadlines.audit()));
    },
    stop: async () => {
      await work.stop();
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

/** The section of the policy that defines each level. */
const DEFINITIONS = { low: 'impacto-bajo', medium: 'impacto-medio', high: 'impacto-alto' } as const;

/** What can be started by writing it; whatever else is written is a question. */
function textRoutes(parts: {
  report: ReportConversation;
  lists: CaseLists;
  exporting: CaseExport;
  away: AwayConversation;
  menu: Menu;
  questions: QuestionList;
  myData: MyData;
}): TextRoute[] {
  const { report, lists, exporting, away, menu, questions, myData } = parts;
  return [
    {
      name: 'report',
      scope: 'personal',
      select: phrase(
        'reportar',
        'reportar una falla',
        'reportar falla',
        'quiero reportar',
        'quiero reportar una falla',
        'reporte',
        'report',
        'report a failure',
        'i want to report a failure',
      ),
      handle: (turn) => report.start(turn),
    },
    {
      name: 'mine',
      scope: 'personal',
      select: phrase('mis casos', 'mis reportes', 'ver mis casos', 'my cases', 'my reports'),
      handle: (turn) => lists.mine(turn),
    },
    {
      name: 'inbox',
      scope: 'personal',
      select: phrase('bandeja', 'mi bandeja', 'bandeja de entrada', 'inbox', 'my inbox'),
      handle: (turn) => lists.inbox(turn),
    },
    {
      name: 'team',
      scope: 'personal',
      select: phrase('equipo', 'mi equipo', 'casos de mi equipo', 'team', 'my team'),
      handle: (turn) => lists.team(turn),
    },
    {
      name: 'all cases',
      scope: 'personal',
      select: phrase('casos', 'todos los casos', 'casos del mes', 'cases', 'all cases'),
      handle: (turn) => lists.all(turn),
    },
    {
      name: 'export',
      scope: 'personal',
      select: phrase('exportar', 'exportar casos', 'export', 'export cases'),
      handle: (turn) => exporting.start(turn),
    },
    { name: 'away', scope: 'personal', select: tellsOfLeaving, handle: (turn) => away.start(turn) },
    { name: 'back', scope: 'personal', select: tellsOfReturn, handle: (turn) => away.back(turn) },
    {
      name: 'questions',
      scope: 'personal',
      select: phrase('preguntas', 'preguntas sin respuesta', 'questions', 'open questions'),
      handle: (turn) => questions.show(turn),
    },
    {
      name: 'my data',
      scope: 'personal',
      select: phrase('mis datos', 'mis datos personales', 'habeas data', 'my data', 'my personal data'),
      handle: (turn) => myData.view(turn),
    },
    {
      name: 'help',
      scope: 'anywhere',
      select: phrase('ayuda', 'menu', 'inicio', 'help', 'que puedes hacer', 'what can you do'),
      handle: (turn) => menu.help(turn),
    },
  ];
}
