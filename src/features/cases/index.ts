/** Builds the parts of cases and says which routes they serve; a wing of the composition root. */
import type { Background } from '../../platform/background.js';
import type { Renderer } from '../../platform/cards/renderer.js';
import type { Clock, NewId } from '../../platform/clock.js';
import { Dispatcher } from '../../platform/delivery/dispatcher.js';
import type { Notices } from '../../platform/delivery/notices.js';
import type { Ticket, Tickets } from '../../platform/delivery/tickets.js';
import type { Work, WorkQueue } from '../../platform/delivery/work.js';
import type { AskModel } from '../../platform/learning/hosted-model.js';
import type { Logger } from '../../platform/log.js';
import type { Absences } from '../../platform/people/absences.js';
import type { Authorisation } from '../../platform/people/authorisation.js';
import type { DataProvider } from '../../platform/people/data-provider.js';
import { Names } from '../../platform/people/names.js';
import type { Directory, Person } from '../../platform/people/person.js';
import type { Policy } from '../../platform/policy/policy.js';
import type { SheetKind } from '../../platform/sheets/sheet.js';
import type { Blobs } from '../../platform/storage/blobs.js';
import type { Tables } from '../../platform/storage/tables.js';
import { commands } from '../../platform/text/commands.js';
import type { Settings } from '../../settings.js';
import type { Handler, TextRoute, Turn, VerbRoute } from '../../turn.js';
import { AwayConversation } from '../absences/handlers/absence-handler.js';
import { tellsOfLeaving, tellsOfReturn } from '../absences/service/away-words.js';
import { CaseCards } from './cards/case-card.js';
import { ReportCards } from './cards/report-cards.js';
import { createDeadlines } from './domain/deadlines.js';
import { tellOfConfidentiality } from './handlers/confidentiality.js';
import { EvidenceConversation, type EvidenceParts, type OpenedFile } from './handlers/evidence-handler.js';
import { CaseExport } from './handlers/export-handler.js';
import { CaseLists } from './handlers/lists-handler.js';
import { ReportConversation } from './handlers/report-handler.js';
import { CaseReview } from './handlers/review-handler.js';
import { neverRaise, raiseByModel } from './impact/hosted-level.js';
import { loadAssess, loadProposals } from './impact/load.js';
import type { Rules } from './impact/rules.js';
import { caseEffects } from './service/case-effects.js';
import { CaseNumbers, numberIn } from './service/case-numbers.js';
import { CaseService } from './service/case-service.js';
import { CaseDeadlines } from './service/deadline-work.js';
import { Discarding } from './service/discarding.js';
import { Erasure, type ErasureParts } from './service/erasure.js';
import { caseData } from './service/personal-data.js';
import { ReportedCases } from './service/reported-cases.js';
import { onUndelivered } from './service/undelivered.js';
import { CaseIndex } from './store/case-index.js';
import { CaseStore } from './store/case-store.js';
import { Drafts } from './store/drafts.js';

export interface CaseEnvironment {
  settings: Pick<Settings, 'links' | 'helplines' | 'limits'>;
  tables: Tables;
  blobs: Blobs;
  clock: Clock;
  newId: NewId;
  log: Logger;
  renderer: Renderer;
  directory: Directory;
  absences: Absences;
  authorisation: Authorisation;
  /** Notes what was erased. */
  recordErasure: ErasureParts['record'];
  background: Background;
  work: WorkQueue;
  notices: Notices;
  tickets: Tickets;
  policy: Policy;
  rules: Rules;
  /** A model that may raise the level of a report; none where it is not set. */
  hosted?: AskModel;
  fetchFile: EvidenceParts['fetchFile'];
  personOf: (turn: Turn) => Promise<Person>;
  publicUrl: () => string;
}

export interface CaseParts {
  verbs: VerbRoute[];
  texts: TextRoute[];
  /** Keeps the files of a message. */
  receiveFiles: Handler;
  /** Offers to report what a message tells. */
  offerReport: ReportConversation['offer'];
  /** The file behind a ticket of cases; undefined for another ticket. */
  open: (ticket: Ticket, kind: SheetKind) => Promise<OpenedFile | undefined>;
  run: (item: Extract<Work, { kind: 'dispatch' | 'deadline' }>) => Promise<number | undefined>;
  /** Makes up for deadlines that were lost on the way. */
  audit: () => Promise<number>;
  /** What is kept about a person. */
  providers: DataProvider[];
  discardDrafts: (personId: string) => Promise<void>;
  /** Erases what has been kept long enough. */
  sweeps: readonly {
    kind: 'cases' | 'drafts';
    run: (before: Date, most: number, rule: string) => Promise<number>;
  }[];
}

/** The section of the policy that defines each level. */
const DEFINITIONS = { low: 'impacto-bajo', medium: 'impacto-medio', high: 'impacto-alto' } as const;
/** The sections whose parts a failure may touch: the axes, and what keeps us from humanization. */
const TOUCHABLE = ['eje-trato', 'eje-etica', 'eje-experiencias', 'alejan-humanizacion'];

export function createCases(environment: CaseEnvironment): CaseParts {
  const { settings, tables, blobs, clock, newId, log, renderer, directory, absences } = environment;
  const { authorisation, recordErasure } = environment;
  const { background, work, notices, tickets, policy, rules, hosted, personOf, publicUrl } = environment;
  const { links, helplines } = settings;
  const drafts = new Drafts(tables, clock);
  const store = new CaseStore(tables);
  const index = new CaseIndex(tables);
  const reported = new ReportedCases({ index, drafts, store });
  const names = new Names(directory, clock);
  const titleOf = (id: string) => policy.find(id)?.title ?? '';
  const cards = new CaseCards({ names, renderer, links, helplines, titleOf });
  const dispatcher = new Dispatcher(tables, clock, log);
  const limits = createDeadlines(settings.limits);
  const service = new CaseService({
    ...{ store, directory, deadlines: limits, dispatcher, work, background, clock },
  });
  const deadlines = new CaseDeadlines({ store, service, index, work, clock, log });
  dispatcher.handle(
    caseEffects(notices, { store, index, directory, cards, deadlines, clock, log }),
    onUndelivered(service),
  );

  const discarding = new Discarding({ drafts, store, blobs });
  const erasure = new Erasure({ store, index, blobs, record: recordErasure, log });
  const touchable = TOUCHABLE.flatMap((id) => policy.childrenOf(id));
  const definitionOf = (level: keyof typeof DEFINITIONS) =>
    policy.find(DEFINITIONS[level])?.official.join(' ') ?? '';
  const report = new ReportConversation({
    ...{ drafts, authorisation, service, directory, renderer, cards, personOf, newId },
    discard: (personId, id) => discarding.discard(personId, id),
    forms: new ReportCards({ directory, renderer, definitionOf, touchable, helplines }),
    assess: loadAssess(rules),
    raiseLevel: hosted ? raiseByModel(hosted, log) : neverRaise,
    propose: loadProposals(),
    touchableIds: new Set(touchable.map(({ id }) => id)),
  });
  const evidence = new EvidenceConversation({
    ...{ drafts, authorisation, service, blobs, tickets, renderer, personOf, publicUrl, newId },
    fetchFile: environment.fetchFile,
  });
  const review = new CaseReview({
    ...{ service, cards, personOf, numbers: new CaseNumbers({ index, reported }) },
  });
  const lists = new CaseLists({ index, reported, names, renderer, personOf });
  const exporting = new CaseExport({
    ...{ index, store, directory, names, renderer, tickets, titleOf, personOf, publicUrl },
  });
  const away = new AwayConversation({ absences, directory, renderer, personOf });
  return {
    verbs: [report, evidence, review, lists, exporting, away].flatMap((part) => part.routes()),
    texts: textRoutes({
      ...{ report, review, lists, exporting, away },
      confidentiality: tellOfConfidentiality(renderer),
    }),
    receiveFiles: (turn) => evidence.receive(turn),
    offerReport: (turn, section) => report.offer(turn, section),
    open: async (ticket, kind) => (await evidence.open(ticket)) ?? (await exporting.open(ticket, kind)),
    run: (item) => (item.kind === 'dispatch' ? dispatcher.dispatch(item.partitionKey) : deadlines.run(item)),
    audit: () => deadlines.audit(),
    providers: caseData({ index, reported, store, drafts, clock }),
    discardDrafts: (personId) => discarding.discardAll(personId),
    sweeps: [
      { kind: 'cases', run: (before, most, rule) => erasure.sweep(before, most, rule) },
      { kind: 'drafts', run: (before, most) => discarding.sweep(before, most) },
    ],
  };
}

function textRoutes(parts: {
  report: ReportConversation;
  review: CaseReview;
  lists: CaseLists;
  exporting: CaseExport;
  away: AwayConversation;
  confidentiality: Handler;
}): TextRoute[] {
  const { report, review, lists, exporting, away, confidentiality } = parts;
  const personal = (name: string, select: TextRoute['select'], handle: Handler): TextRoute => ({
    ...{ name, scope: 'personal', select, handle },
  });
  return [
    personal('confidentiality', commands.confidentiality, confidentiality),
    personal('report', commands.report, (turn) => report.start(turn)),
    personal('mine', commands.mine, (turn) => lists.mine(turn)),
    personal(
      'case number',
      (folded) => numberIn(folded) !== undefined,
      (turn) => review.byNumber(turn),
    ),
    personal('inbox', commands.inbox, (turn) => lists.inbox(turn)),
    personal('team', commands.team, (turn) => lists.team(turn)),
    personal('all cases', commands.allCases, (turn) => lists.all(turn)),
    personal('export', commands.export, (turn) => exporting.start(turn)),
    personal('away', tellsOfLeaving, (turn) => away.start(turn)),
    personal('back', tellsOfReturn, (turn) => away.back(turn)),
  ];
}
