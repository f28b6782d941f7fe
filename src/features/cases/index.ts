import type { Feature, FeatureContext } from '../../feature.js';
import { Cleaner } from '../../platform/cleaning/cleaner.js';
import type { Care } from '../../platform/impact/assessment.js';
import { askHostedModel } from '../../platform/impact/hosted-level.js';
import { loadAssess, loadProposals, loadSafetyIn } from '../../platform/impact/load.js';
import { createOffensiveIn } from '../../platform/impact/offence.js';
import { readRules } from '../../platform/impact/rules.js';
import { readServiceCycle } from '../../platform/impact/service-cycle.js';
import { onUse } from '../../platform/on-use.js';
import type { Purpose } from '../../platform/understanding/intents.js';
import { type Handler, isPersonal, type Reply, type TextRoute, type Turn } from '../../turn.js';
import { AccessCards } from './cards/accesses-card.js';
import { CaseCards } from './cards/case-card.js';
import { CommitmentCards } from './cards/commitment-card.js';
import { CommitmentIds } from './cards/commitment-ids.js';
import { ConfirmCards } from './cards/confirm-card.js';
import { withNames } from './cards/figure-names.js';
import { NewsCards } from './cards/news-card.js';
import { VoiceCards } from './cards/voice-card.js';
import { AccessesHandler } from './handlers/accesses-handler.js';
import { AssessingHandler } from './handlers/assessing-handler.js';
import { CancelHandler } from './handlers/cancel-handler.js';
import { CaseFilesHandler } from './handlers/case-files-handler.js';
import { CaseForms } from './handlers/case-forms.js';
import { CommitmentsHandler } from './handlers/commitments-handler.js';
import { tellOfConfidentiality } from './handlers/confidentiality.js';
import { EvidenceHandler } from './handlers/evidence-handler.js';
import { ExportHandler } from './handlers/export-handler.js';
import { ListsHandler } from './handlers/lists-handler.js';
import { OpeningHandler } from './handlers/opening-handler.js';
import { QuotingHandler } from './handlers/quoting-handler.js';
import { ReportReplies } from './handlers/report-replies.js';
import { ReroutingHandler } from './handlers/rerouting-handler.js';
import { ReviewHandler } from './handlers/review-handler.js';
import { SubmittingHandler } from './handlers/submitting-handler.js';
import { UncleanHandler } from './handlers/unclean-handler.js';
import { VoiceHandler } from './handlers/voice-handler.js';
import { WaitingQuestions } from './handlers/waiting-questions.js';
import { caseSections } from './pages/case-sections.js';
import { commitmentSection } from './pages/commitment-section.js';
import { AccessRecord } from './service/access-record.js';
import { AccessReview } from './service/access-review.js';
import { Anchoring } from './service/anchoring.js';
import { Assessor, type AssessorParts } from './service/assessor.js';
import { CaseExport } from './service/case-export.js';
import { CaseLists } from './service/case-lists.js';
import { CaseNumbers } from './service/case-numbers.js';
import { DeliveryAudit } from './service/delivery-audit.js';
import { Discarding } from './service/discarding.js';
import { createCaseEngine } from './service/engine.js';
import { Erasure } from './service/erasure.js';
import { EvidenceLinks } from './service/evidence-links.js';
import { EvidenceService } from './service/evidence-service.js';
import { createHelpFor } from './service/help.js';
import { ListAudit } from './service/list-audit.js';
import { caseData } from './service/personal-data.js';
import { ReportedCases } from './service/reported-cases.js';
import { touchableSections, wordsOfLevel } from './service/sections.js';
import { TakingIn } from './service/taking-in.js';
import { onUnreachable } from './service/undelivered.js';
import { Unopened } from './service/unopened.js';
import { Accesses } from './store/accesses.js';
import { Anchors } from './store/anchors.js';
import { Drafts } from './store/drafts.js';

// Used by the commands in `cli/`.
export { STATES, type State } from './domain/case.js';
export { type CommandType, TRANSITIONS } from './domain/commands.js';
export { anchorFaults } from './service/anchor-check.js';
export { axesIn } from './service/case-figures.js';
export { caseFiguresAnew } from './service/counting-anew.js';
export { projectCase } from './service/projection.js';
export { verifyCase } from './service/verification.js';
export { Anchors } from './store/anchors.js';
export { CaseIndex } from './store/case-index.js';
export { CaseStore } from './store/case-store.js';

export interface Cases extends Feature {
  /** Stores the files of a message. */
  receiveFiles: Handler;
  /** Offers to make a report of a message; `section` is what the policy says about it. */
  offerReport: (turn: Turn, section?: { id: string; title: string }) => Promise<Reply>;
  discardDrafts: (personId: string) => Promise<void>;
  intake: Intake;
  /** Returns what the words of a message give away that calls for help. */
  caresIn: (text: string) => Care[];
  /** Returns the words of a text that would hurt who reads them, in its order. */
  offensiveIn: (text: string) => string[];
}

/** What other channels bring, and what comes of it. */
export interface Intake extends Pick<TakingIn, 'propose' | 'receiverOf' | 'take'> {
  /** Somebody could not be told that cases were taken in for them: each moves up. Idempotent. */
  untold: (caseId: string, personId: string) => Promise<void>;
  /** Puts on record who read what is to become, or became, this case. */
  opened: (caseId: string, personId: string) => void;
  /** Deletes who read it, when no case came of it. */
  forget: (caseId: string) => Promise<void>;
}

/** Interval of the check that the last night has its anchor. */
const ANCHORS_MS = 3_600_000;
/** The rounds of the audits, which make up for what was lost. infra/modules/watch.bicep waits for their heartbeat. */
const AUDIT_MS = 10 * 60_000;

/** @param isAlarming whether a text sounds as if somebody were in danger now. */
export function createCases(
  context: FeatureContext,
  { isAlarming }: Pick<AssessorParts, 'isAlarming'>,
): Cases {
  const { settings, tables, signer, clock, log, renderer, names, policy, background } = context;
  const { links, helplines } = settings;
  const titleOf = (id: string) => policy.find(id)?.title ?? '';
  const places = readServiceCycle();
  const completing = { places, healthHours: settings.healthHours };
  const rules = readRules();
  const helpFor = createHelpFor(rules, helplines, isAlarming);
  const cards = new CaseCards({ names, renderer, links, helplines, helpFor, titleOf, completing });
  const commitmentIds = new CommitmentIds(context.sealedIds);
  const commitmentCards = new CommitmentCards({ ...context, ids: commitmentIds });
  const voiceCards = new VoiceCards(context);
  const engine = createCaseEngine(context, {
    cards,
    news: new NewsCards(context),
    commitments: commitmentCards,
    voiceCards,
  });
  const { store, index, service, deadlines, commitments, followUps, voices, voice, voiceAudit, work } =
    engine;
  const drafts = new Drafts(tables, clock);
  const reported = new ReportedCases({ index, drafts, store });
  const discarding = new Discarding({ drafts, store, blobs: context.blobs });
  const accesses = new Accesses(tables);
  const record = new AccessRecord({ ...context, accesses });
  const erasure = new Erasure({ ...context, store, index, accesses, voices });
  const anchoring = new Anchoring({ ...context, anchors: new Anchors(tables, signer) });

  const deliveryAudit = new DeliveryAudit({ ...context, store, drafts, deadlines });
  const listAudit = new ListAudit({ ...context, ...engine });

  const touchable = touchableSections(policy);
  const touchableIds = new Set(touchable.map(({ id }) => id));
  const definitionOf = wordsOfLevel(policy);
  const confirmCards = new ConfirmCards({ renderer, definitionOf, touchable, helplines });
  const replies = new ReportReplies({ ...context, service, record, drafts, cards, confirmCards, helpFor });
  const assessor = new Assessor({
    assess: onUse(() => loadAssess(rules)),
    propose: onUse(() => loadProposals(rules)),
    safetyIn: onUse(() => loadSafetyIn(rules)),
    isAlarming,
    cycleIn: (narrative, place) => places.saidIn(narrative, place),
    askHosted: context.hosted && askHostedModel(context.hosted, log),
  });
  const takingIn = new TakingIn({ ...context, store, service, assessor });
  const undelivered = onUnreachable(service);
  const discard = (personId: string, id: string) => discarding.discard(personId, id);
  const assessing = new AssessingHandler({ ...context, drafts, assessor, replies });
  const opening = new OpeningHandler({
    ...context,
    drafts,
    discard,
    assessor,
    touchableIds,
    replies,
    confirm: (turn, draft) => assessing.confirm(turn, draft),
    helpFor,
  });
  const quoting = new QuotingHandler({
    ...context,
    drafts,
    replies,
    confirm: (turn, draft) => assessing.confirm(turn, draft),
  });
  const submitting = new SubmittingHandler({ ...context, drafts, service, assessor, touchableIds, replies });

  const rerouting = new ReroutingHandler({ ...context, drafts, assessor, touchableIds, replies });

  const cleaner = new Cleaner(log);
  const evidence = new EvidenceService({ ...context, drafts, service, cleaner });
  const unopened = new Unopened(context);
  const fileLinks = new EvidenceLinks({ ...context, service, cleaner, record, unopened });
  const files = new EvidenceHandler({ ...context, evidence });
  const caseFiles = new CaseFilesHandler({ ...context, links: fileLinks, service });
  const unclean = new UncleanHandler({ renderer, drafts, evidence, assessor, touchableIds, replies });
  const forms = new CaseForms({ ...context, service, completing });
  const review = new ReviewHandler({
    ...context,
    forms,
    service,
    cards,
    record,
    numbers: new CaseNumbers({ index, reported }),
  });
  const caseLists = new CaseLists({ index, reported });
  const lists = new ListsHandler({ caseLists, voice, names, renderer });
  const committing = new CommitmentsHandler({
    ...context,
    service,
    commitments,
    cards: commitmentCards,
    ids: commitmentIds,
  });
  const hearing = new VoiceHandler({ ...context, voice, cards: voiceCards, drafts, replies, helpFor });
  const waiting = new WaitingQuestions({ ...context, index, store });
  const cancelling = new CancelHandler({ ...context, drafts, store });
  const exporting = new CaseExport({ ...context, index, store, record, titleOf, places });
  const exportHandler = new ExportHandler({ ...context, exporting });
  const accessReview = new AccessReview({ ...context, accesses, record, index, store });
  const accessHandler = new AccessesHandler({ review: accessReview, cards: new AccessCards(context) });
  const handlers = [
    opening,
    quoting,
    assessing,
    submitting,
    rerouting,
    cancelling,
    caseFiles,
    unclean,
    review,
    lists,
    committing,
    hearing,
    exportHandler,
    accessHandler,
  ];

  return {
    verbs: handlers.flatMap((handler) => handler.routes()),
    texts: [
      personal('confidentiality', tellOfConfidentiality(renderer, settings)),
      {
        purpose: 'report',
        scope: 'anywhere',
        handle: (turn) => (isPersonal(turn) ? opening.start(turn) : opening.offerInPrivate(turn)),
      },
      personal('cases.mine', (turn) =>
        turn.understood?.entities.caseNumber === undefined ? lists.mine(turn) : review.byNumber(turn),
      ),
      personal('commitments.mine', (turn) => committing.mine(turn)),
      personal('inbox', (turn) => lists.inbox(turn)),
      personal('team', (turn) => lists.team(turn)),
      personal('cases.all', (turn) => lists.all(turn)),
      personal('export', (turn) => exportHandler.start(turn)),
      personal('cancel', (turn) => cancelling.cancel(turn)),
      personal('accesses', (turn) =>
        turn.understood?.entities.caseNumber === undefined
          ? accessHandler.recent(turn)
          : accessHandler.byNumber(turn),
      ),
    ],
    continues: (turn) => waiting.offer(turn),
    tab: [...caseSections({ ...context, caseLists }), commitmentSection({ ...context, commitments })],
    work: { ...work, ...record.work },
    openFile: async (ticket, kind) => (await fileLinks.open(ticket)) ?? (await exporting.open(ticket, kind)),
    personalData: caseData({ index, reported, store, drafts, commitments, voices, clock }),
    figures: [withNames(engine.figures, { titleOf, places })],
    sweeps: [
      { kind: 'cases', run: (before, most, rule) => erasure.sweep(before, most, rule) },
      { kind: 'drafts', run: (before, most) => discarding.sweep(before, most) },
    ],
    start: () => {
      background.every(AUDIT_MS, 'audit', async () => void (await deadlines.audit()));
      background.every(AUDIT_MS, 'commitment audit', async () => void (await followUps.audit()));
      background.every(AUDIT_MS, 'voice audit', async () => void (await voiceAudit.run()));
      background.every(AUDIT_MS, 'delivery audit', () => deliveryAudit.run());
      background.every(AUDIT_MS, 'list audit', () => listAudit.run());
      background.every(ANCHORS_MS, 'anchors', () => anchoring.ensure());
    },

    receiveFiles: (turn) => files.receive(turn),
    offerReport: (turn, section) =>
      isPersonal(turn) ? opening.offer(turn, section) : opening.offerInPrivate(turn),
    discardDrafts: (personId) => discarding.discardAll(personId),
    caresIn: (text) => rules.read(text).cares,
    offensiveIn: createOffensiveIn(rules),
    intake: {
      propose: (narrative) => takingIn.propose(narrative),
      receiverOf: (arrival) => takingIn.receiverOf(arrival),
      take: (caseId, by, arrival) => takingIn.take(caseId, by, arrival),
      untold: (caseId, personId) => undelivered(caseId, personId),
      opened: (caseId, personId) => record.opened({ id: caseId }, personId, { what: 'row' }),
      forget: (caseId) => accesses.forget(caseId),
    },
  };
}

function personal(purpose: Purpose, handle: Handler): TextRoute {
  return { purpose, scope: 'personal', handle };
}
