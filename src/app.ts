/** The composition root: builds every part once and hands it to those that need it. */
import { Background } from './background.js';
import { BotAdapter } from './bot/adapter.js';
import { BotAuthentication } from './bot/authentication.js';
import { BotConnector } from './bot/connector.js';
import { createAdmission, isHostOf, isLoopback, SeenActivities } from './bot/gate.js';
import { Menu } from './bot/menu.js';
import { phrase, Router } from './bot/router.js';
import { Turns } from './bot/turns.js';
import { Welcome } from './bot/welcome.js';
import { Renderer } from './cards/renderer.js';
import { CaseCards } from './cases/case-card.js';
import { CaseIndex } from './cases/case-index.js';
import { createDeadlines } from './cases/deadlines.js';
import { Drafts } from './cases/drafts.js';
import { createAssess } from './cases/impact/rules.js';
import { createTells } from './cases/impact/telling.js';
import { CaseLists } from './cases/lists.js';
import { caseEffects } from './cases/notices.js';
import { ReportConversation } from './cases/report.js';
import { CaseReview } from './cases/review.js';
import { CaseService } from './cases/service.js';
import { CaseStore } from './cases/store.js';
import type { Clock, NewId } from './clock.js';
import { Dispatcher } from './delivery/dispatcher.js';
import { Notices } from './delivery/notices.js';
import { RateLimiter } from './delivery/rates.js';
import { WorkQueue } from './delivery/work.js';
import { loadModel } from './learning/model-file.js';
import type { Logger } from './log.js';
import { Contacts } from './people/contacts.js';
import type { Person } from './people/person.js';
import { TableDirectory } from './people/table-directory.js';
import { KnownTeams } from './people/teams.js';
import { AnswerCards } from './policy/answer-card.js';
import { Answers } from './policy/answers.js';
import { azureOpenAi } from './policy/azure-openai.js';
import { readPolicy } from './policy/content.js';
import { FeedbackStore } from './policy/feedback.js';
import { readKnowledge } from './policy/knowledge.js';
import { LastAnswers } from './policy/last-answers.js';
import { OpenQuestions } from './policy/open-questions.js';
import { QuestionList } from './policy/question-list.js';
import { localRanking, ModelRanking } from './policy/ranking.js';
import { Search } from './policy/search.js';
import type { ProductionSettings, Settings } from './settings.js';
import type { Queue } from './storage/queue.js';
import type { Tables } from './storage/tables.js';
import { createTrainings } from './training-parts.js';
import type { TextRoute, Turn } from './turn.js';
import type { HttpRoute } from './web/route.js';

/** What differs between local mode, production and tests. */
export interface Platform {
  tables: Tables;
  queue: Queue;
  poison: Queue;
  clock: Clock;
  newId: NewId;
  log: Logger;
  /** Undefined in local mode. */
  bot?: ProductionSettings['bot'];
  /** Where people are written to who have never written themselves. */
  defaultServiceUrl: () => string;
  /** Where people reach the web pages. */
  publicUrl: () => string;
}

export interface App {
  receive: BotAdapter['receive'];
  /** The verbs that cards may send. */
  verbs: string[];
  /** The web pages that it serves. */
  pages: HttpRoute[];
  directory: TableDirectory;
  /** What keeps it from doing its work; empty when ready. */
  problems(): Promise<string[]>;
  start(): void;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

const LOCAL_BOT_ID = '28:humanizacion-local';

export function createApp(settings: Pick<Settings, 'links' | 'tenants' | 'model'>, platform: Platform): App {
  const { tables, clock, newId, log } = platform;
  const renderer = new Renderer();
  const policy = readPolicy();
  const directory = new TableDirectory(tables);
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

  const work = new WorkQueue(platform.queue, platform.poison, log);
  const store = new CaseStore(tables);
  const index = new CaseIndex(tables);
  const cards = new CaseCards({ directory, renderer, links: settings.links });
  const rates = new RateLimiter(clock);
  const notices = new Notices({
    tables,
    contacts,
    channel: connector,
    rates,
    defaultServiceUrl: platform.defaultServiceUrl,
  });
  const effects = caseEffects(notices, { store, index, directory, cards, clock });
  const dispatcher = new Dispatcher(tables, effects, clock, log);
  const deadlines = createDeadlines();
  const service = new CaseService({ store, directory, deadlines, dispatcher, work, background, clock });

  const assess = createAssess();
  const report = new ReportConversation({
    drafts: new Drafts(tables),
    service,
    directory,
    renderer,
    cards,
    assess,
    definitionOf: (level) => policy.find(DEFINITIONS[level])?.official.join(' ') ?? '',
    personOf,
    newId,
  });
  const review = new CaseReview({ service, cards, personOf });
  const lists = new CaseLists({ index, renderer, personOf });
  const menu = new Menu(renderer, directory);
  const search = new Search(loadModel('policy'));
  const knowledge = readKnowledge(policy);
  const openQuestions = new OpenQuestions(tables);
  const answers = new Answers({
    policy,
    knowledge,
    ranking: settings.model
      ? new ModelRanking(search, policy, azureOpenAi(settings.model), log)
      : localRanking(search),
    cards: new AnswerCards({ policy, knowledge, renderer, links: settings.links }),
    feedback: new FeedbackStore(tables),
    lastAnswers: new LastAnswers(tables),
    openQuestions,
    renderer,
    log,
    help: (turn) => menu.help(turn),
    tells: createTells(loadModel('telling'), assess),
    offerReport: (turn, section) => report.offer(turn, section),
  });
  const teams = new KnownTeams(tables);
  const trainings = createTrainings({
    ...{ tables, clock, newId, log, renderer, directory, background, connector, rates, notices, teams },
    ...{ policy, personOf, botId, publicUrl: platform.publicUrl },
  });
  const questions = new QuestionList({ policy, openQuestions, renderer, personOf });

  const router = new Router(
    [
      ...menu.routes(),
      ...report.routes(),
      ...review.routes(),
      ...lists.routes(),
      ...answers.routes(),
      ...trainings.verbs,
    ],
    [...textRoutes({ report, lists, menu, questions }), ...trainings.texts],
    { name: 'question', scope: 'anywhere', select: () => true, handle: (turn) => answers.ask(turn) },
  );
  const turns = new Turns({
    tenants: settings.tenants,
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
    pages: trainings.pages,
    directory,
    problems: async () => {
      const reachable = await tables.get('People', 'readiness', 'probe').then(
        () => true,
        () => false,
      );
      return reachable ? [] : ['storage'];
    },
    start: () => work.start(({ partitionKey }) => dispatcher.dispatch(partitionKey)),
    stop: async () => {
      await work.stop();
      trainings.stop();
      await background.drain();
    },
  };
}

/** The section of the policy that defines each level. */
const DEFINITIONS = { low: 'impacto-bajo', medium: 'impacto-medio', high: 'impacto-alto' } as const;

/** What can be started by writing it; whatever else is written is a question. */
function textRoutes(parts: {
  report: ReportConversation;
  lists: CaseLists;
  menu: Menu;
  questions: QuestionList;
}): TextRoute[] {
  const { report, lists, menu, questions } = parts;
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
      name: 'questions',
      scope: 'personal',
      select: phrase('preguntas', 'preguntas sin respuesta', 'questions', 'open questions'),
      handle: (turn) => questions.show(turn),
    },
    {
      name: 'help',
      scope: 'anywhere',
      select: phrase('ayuda', 'menu', 'inicio', 'help', 'que puedes hacer', 'what can you do'),
      handle: (turn) => menu.help(turn),
    },
  ];
}
