/** Combines the features into one bot. */
import { Acquaintance } from './bot/acquaintance.js';
import { BotAdapter } from './bot/adapter.js';
import { AgentsSdk } from './bot/agents-sdk.js';
import { createFetchFile } from './bot/attachments.js';
import { BotbuilderSdk } from './bot/botbuilder-sdk.js';
import { Connections } from './bot/connections.js';
import { BotConnector } from './bot/connector.js';
import { actsReader, Conversing } from './bot/conversing.js';
import { createAdmission, isHostOf, isLoopback } from './bot/gate.js';
import { LateReplies } from './bot/late-replies.js';
import { Listening } from './bot/listening.js';
import { PrivateDialogs } from './bot/private-dialogs.js';
import { Queries } from './bot/queries.js';
import { Repeats } from './bot/repeats.js';
import { Replies } from './bot/replies.js';
import { ReplySender } from './bot/reply-sender.js';
import { Router } from './bot/router.js';
import { Trust } from './bot/trust.js';
import { CLICK_ALLOWANCE, Turns } from './bot/turns.js';
import { Welcome } from './bot/welcome.js';
import { COMMANDS } from './commands.js';
import { createContext, type Host } from './context.js';
import type { Feature, FeatureSettings } from './feature.js';
import { createAbsences } from './features/absences/index.js';
import { createAnswers } from './features/answers/index.js';
import { createCare } from './features/care/index.js';
import { createCases } from './features/cases/index.js';
import { createCommitments } from './features/commitments/index.js';
import { createHome } from './features/home/index.js';
import { createIndicators } from './features/indicators/index.js';
import { createOperations } from './features/operations/index.js';
import { createPractice } from './features/practice/index.js';
import { createPrivacy } from './features/privacy/index.js';
import { createRecognitions } from './features/recognitions/index.js';
import { createReports } from './features/reports/index.js';
import { createSources } from './features/sources/index.js';
import { createTab } from './features/tab/index.js';
import { createTrainings } from './features/trainings/index.js';
import { countedVoices, createVoices } from './features/voices/index.js';
import { createWebhooks } from './features/webhooks/index.js';
import { privately } from './platform/cards/private-chat.js';
import { Cleaner } from './platform/cleaning/cleaner.js';
import type { OpenedFile } from './platform/delivery/tickets.js';
import { createOffensiveIn } from './platform/impact/offence.js';
import { readRules } from './platform/impact/rules.js';
import { readServiceCycle } from './platform/impact/service-cycle.js';
import { loadModel } from './platform/learning/model-file.js';
import type { HttpResponse, HttpRoute } from './platform/pages/route.js';
import type { TableDirectory } from './platform/people/table-directory.js';
import type { SheetKind } from './platform/sheets/sheet.js';
import type { Language } from './platform/text/catalogue.js';
import { TokenBuckets } from './platform/token-buckets.js';
import { loadArticleSearch, loadUnderstand } from './platform/understanding/load.js';
import { settleAlone, settleWith } from './platform/understanding/settle.js';
import { OUTBOXES, RETAINED_ROWS } from './tables.js';

export interface App {
  receive: BotAdapter['receive'];
  verbs: string[];
  people: TableDirectory;
  /** Returns the file behind a short-lived link; undefined when there is none. */
  openFile: (ticket: string, kind: SheetKind) => Promise<OpenedFile | undefined>;
  pages: HttpRoute[];
  /** Opens «mi página» for a person, without asking who asks: for local mode. */
  openPage: (personId: string) => Promise<HttpResponse>;
  /** What keeps the bot from working; empty when it is ready. */
  problems(): Promise<string[]>;
  /** True once it works and the others know of it. */
  isStarted(): boolean;
  /** Joins the other instances, then takes work. Does nothing when it was stopped before. */
  start(): Promise<void>;
  /** Finishes the work in progress and takes leave of the other instances. */
  stop(): Promise<void>;
}

/** Interval in which the figures of this month and the last are counted anew. */
const FIGURES_MS = 3_600_000;
const LOCAL_BOT_ID = '28:humanizacion-local';

export function createApp(settings: FeatureSettings, host: Host): App {
  const { clock, log, tables, sealer } = host;
  const sdk = host.bot?.sdk === 'agents' ? new AgentsSdk(host.bot) : new BotbuilderSdk(host.bot);
  const botId = host.bot ? `28:${host.bot.appId}` : LOCAL_BOT_ID;
  const bot = { id: botId, tenantId: settings.tenants[0] ?? '' };
  const connector = new BotConnector(sdk.token, bot, host.send ?? new Connections().send);
  const context = createContext(settings, host, {
    botId,
    channel: connector,
    fetchFile: createFetchFile(sdk.token, host.bot ? isHostOf(settings.fileHosts) : isLoopback),
  });
  const { background, work, handover, instances, rates, tickets, contacts, teams, people } = context;

  const articleSearch = loadArticleSearch();
  const understand = loadUnderstand(COMMANDS, articleSearch);
  const home = createHome(context, COMMANDS);
  const rules = readRules();
  const places = readServiceCycle();
  const cleaner = new Cleaner(log);
  const riskIn = (text: string) => {
    const { isAlarming: isSure, risk } = understand(text, []);
    return isSure ? risk : undefined;
  };
  const isAlarming = (text: string) => riskIn(text) !== undefined;
  const cases = createCases(context, {
    rules,
    places,
    cleaner,
    isAlarming,
    // These features are made after the cases that they follow.
    effects: () => ({ ...commitments.effects, ...voices.effects, ...webhooks.effects }),
    outside: (step) => webhooks.outside(step),
    lost: async (item) => {
      await commitments.lost(item);
      await voices.lost(item);
    },
    reports: {
      touchedBy: (personId) => reports.touchedBy(personId),
      sentBefore: (moment) => reports.sentBefore(moment),
      inHand: (turn) => reports.inHand(turn),
    },
    voices: {
      figures: countedVoices(tables),
      satisfactionFor: (leaderId) => voices.figuresFor(leaderId),
      forget: (caseId) => voices.forget(caseId),
    },
  });
  const { engine, helpFor, showCase, reportedBy } = cases;
  const reports = createReports(context, { engine, showCase, helpFor, rules, places, cleaner, riskIn });
  const { reportTrouble } = reports;
  const webhooks = createWebhooks(context, engine);
  const commitments = createCommitments(context, engine);
  const voices = createVoices(context, { engine, reportedBy, helpFor, reportTrouble });
  const answers = createAnswers(context, {
    help: home.help,
    offerReport: reports.offerReport,
    noteStory: reports.noteStory,
    find: (text) => understand(text, []).found,
    read: (text) => understand(text, []),
    articleSearch,
    // What is chosen may belong to any feature.
    hear: (turn) => listening.answer(turn),
    hearAs: (turn, purpose) => listening.answerAs(turn, purpose),
  });
  const care = createCare(context, { noteStory: reports.noteStory });
  const trainings = createTrainings(context, { isGuest: context.isGuest });
  const recognitions = createRecognitions(context, {
    isGuest: context.isGuest,
    offensiveIn: createOffensiveIn(rules),
    sectionsFor: (text) => understand(text, []).found.ranked,
  });
  const sources = createSources(context, { ...reports.intake, ...cases.intake }, recognitions.thanks);
  const keepers: Feature[] = [
    care,
    cases,
    commitments,
    voices,
    reports,
    createAbsences(context),
    answers,
    trainings,
    createPractice(context, { isGuest: context.isGuest }),
    recognitions,
    sources,
    createIndicators(context),
    createOperations(context, OUTBOXES),
    webhooks,
  ];
  const privacy = createPrivacy(context, {
    keepers,
    retained: RETAINED_ROWS,
    discardDrafts: async (personId) => {
      await reports.discardDrafts(personId);
      await recognitions.discardDrafts(personId);
    },
  });
  const { actors, isGuest } = context;
  const sections = keepers.flatMap(({ tab = [] }) => tab);
  const waits = keepers.flatMap((feature) => feature.waits ?? []);
  const tab = createTab(context, { sections, waits, actors, isGuest });
  const features: Feature[] = [...keepers, privacy, home, tab];

  context.figures.offer(features.flatMap(({ figures = [] }) => figures));
  const router: Router = new Router({
    verbs: [
      ...features.flatMap(({ verbs }) => verbs),
      { verb: 'talk.choose', scope: 'personal', handle: (turn) => listening.choose(turn) },
    ],
    texts: features.flatMap(({ texts }) => texts),
    files: {
      name: 'files',
      scope: 'personal',
      handle: async (turn) =>
        (await sources.receiveFile(turn)) ??
        (await trainings.receiveReport(turn)) ??
        reports.receiveFiles(turn),
    },
  });
  const sender: ReplySender = new ReplySender({
    connector,
    rates,
    sendLater: (outgoing, inMs) => lateReplies.sendLater(outgoing, inMs),
    log,
  });
  const lateReplies = new LateReplies({
    work,
    background,
    sealer,
    trySend: (outgoing, patienceMs) => sender.trySend(outgoing, patienceMs),
    log,
  });
  const replies = new Replies({
    sender,
    tellPrivately: (personId, message) => context.notices.tell(personId, () => message),
    log,
  });
  const { hosted, policy } = context;
  const inPrivate = (text: string, language: Language) => privately(context, text, language);
  const conversing = new Conversing({
    things: context.things,
    readActs: actsReader(() => loadModel('acts')),
    routes: features.flatMap(({ acts = [] }) => acts),
    sources: features.flatMap(({ opens = [] }) => opens),
  });
  const listening = new Listening({
    understand,
    conversing,
    renderer: context.renderer,
    settle: hosted ? settleWith({ ask: hosted, policy, log }) : settleAlone,
    continuations: features.flatMap(({ continues = [] }) => continues),
    listeners: features.flatMap(({ hears }) => hears ?? []),
    lineUnder: care.lineUnder,
    askBack: answers.askBack,
    privately: inPrivate,
    router,
    log,
  });
  const turns = new Turns({
    tenants: settings.tenants,
    isGuest: context.isGuest,
    actors: context.actors,
    recentActors: context.recentActors,
    privately: inPrivate,
    welcome: new Welcome({ contacts, replies, welcome: home.welcome, privately: inPrivate, log }),
    acquaintance: new Acquaintance({ contacts, teams, log }),
    router,
    clicks: new TokenBuckets(clock, CLICK_ALLOWANCE),
    listening,
    replies,
    queries: new Queries(
      features.flatMap(({ queries = [] }) => queries),
      clock,
    ),
    meetings: features.flatMap(({ meetings = [] }) => meetings),
    privateDialogs: new PrivateDialogs({ router, notices: context.notices, replies, log }),
    clock,
    log,
  });
  const trust = host.bot && new Trust({ token: sdk.token, bot: host.bot, log });
  const repeats = new Repeats();
  const adapter = new BotAdapter(
    sdk,
    createAdmission(host.bot ? isHostOf(host.bot.serviceUrlHosts) : isLoopback),
    (inbound) => repeats.once(inbound, () => turns.handle(inbound)),
    host.newId,
    log,
  );

  let isStarted = false;

  return {
    receive: (authorization, body) => adapter.receive(authorization, body),
    verbs: router.verbs,
    people,
    openPage: (personId) => tab.open(personId),
    pages: features.flatMap(({ pages = [] }) => pages),
    openFile: async (token, kind) => {
      const ticket = await tickets.open(token);
      return ticket && firstOf(features, (feature) => feature.openFile?.(ticket, kind));
    },
    problems: async () => {
      const reachable = tables.get('People', 'readiness', 'probe').then(
        () => [],
        () => ['storage'],
      );
      const missing = await Promise.all([reachable, trust?.problems() ?? []]);
      return [...missing.flat(), ...(isStarted ? [] : ['the other instances'])];
    },
    isStarted: () => isStarted,
    start: async () => {
      if (!(await instances.join())) return;
      isStarted = true;
      const ofPlatform = { ...lateReplies.work, ...context.figures.work };
      work.start(Object.assign(ofPlatform, ...features.map((feature) => feature.work)));
      background.every(FIGURES_MS, 'figures', async () => {
        if (instances.ownerOf('figures') === instances.me) await context.figures.countLately();
      });
      handover.start();
      for (const feature of features) feature.start?.();
    },
    stop: async () => {
      lateReplies.stop();
      await Promise.all([work.stop(), handover.stop()]);
      for (const feature of features) feature.stop?.();
      await background.drain();
      await instances.leave();
    },
  };
}

/** Returns the first answer that is not undefined. */
async function firstOf<T>(
  features: readonly Feature[],
  ask: (feature: Feature) => Promise<T | undefined> | undefined,
): Promise<T | undefined> {
  for (const feature of features) {
    const found = await ask(feature);
    if (found !== undefined) return found;
  }
  return undefined;
}
