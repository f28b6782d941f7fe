/** Cases: decisions, deadlines, lists, export, the record of who opened what, and what proves that nothing was changed. */
import type { Feature, FeatureContext } from '../../feature.js';
import type { Cleaner } from '../../platform/cleaning/cleaner.js';
import type { Rules } from '../../platform/impact/rules.js';
import type { ServiceCycle } from '../../platform/impact/service-cycle.js';
import type { Purpose } from '../../platform/understanding/intents.js';
import type { Handler, Reply, TextRoute, Turn } from '../../turn.js';
import { AccessCards } from './cards/accesses-card.js';
import { CaseCards } from './cards/case-card.js';
import { withNames } from './cards/figure-names.js';
import type { HelpFor } from './cards/help-blocks.js';
import { NewsCards } from './cards/news-card.js';
import { AccessesHandler } from './handlers/accesses-handler.js';
import { CaseActs } from './handlers/case-acts.js';
import { CaseFilesHandler } from './handlers/case-files-handler.js';
import { CaseForms } from './handlers/case-forms.js';
import { ContactAnswers } from './handlers/contact-answers.js';
import { ExportHandler } from './handlers/export-handler.js';
import { ListsHandler, type SatisfactionFor } from './handlers/lists-handler.js';
import { ReviewHandler } from './handlers/review-handler.js';
import { createShowCase, type ShowCase } from './handlers/show-case.js';
import { WaitingQuestions } from './handlers/waiting-questions.js';
import { caseSections } from './pages/case-sections.js';
import { waitingCases } from './pages/waiting-cases.js';
import { AccessRecord } from './service/accesses/access-record.js';
import { AccessReview } from './service/accesses/access-review.js';
import { DeliveryAudit, type DeliveryAuditParts } from './service/audits/delivery-audit.js';
import { ListAudit } from './service/audits/list-audit.js';
import { CaseExport } from './service/case-export.js';
import { type CountedBeside, caseFigures } from './service/counting/case-figures.js';
import { type CaseEngine, createCaseEngine, type Followers } from './service/engine.js';
import { Erasure } from './service/erasure.js';
import { EvidenceLinks } from './service/files/evidence-links.js';
import { Unopened } from './service/files/unopened.js';
import { createHelpFor } from './service/help.js';
import { Anchoring } from './service/integrity/anchoring.js';
import { CaseLists } from './service/lists/case-lists.js';
import { CaseNumbers } from './service/lists/case-numbers.js';
import { ReportedCases, type SentReports } from './service/lists/reported-cases.js';
import { onUnreachable } from './service/notices/undelivered.js';
import { caseData } from './service/personal-data.js';
import { Accesses } from './store/accesses.js';
import { Anchors } from './store/anchors.js';
import type { ListedCase } from './store/case-index.js';

// Used by the commands in `cli/` and by the features that meet in cases.
export { LEVEL_STYLES } from './cards/case-card.js';
export { caseFormTemplate } from './cards/form-template.js';
export { type HelpFor, helpBlocks } from './cards/help-blocks.js';
export { otherHelp } from './cards/other-help.js';
export { rightsOf } from './cards/rights.js';
export { storyParts } from './cards/story-parts.js';
export { newsTemplate } from './cards/templates.js';
export { type Case, caseAt, STATES, type State } from './domain/case.js';
export { type CommandType, graveOf, MAX_EVIDENCE, TRANSITIONS } from './domain/commands.js';
export { type Commitment, dueFollowUp, nextFollowUp } from './domain/commitment.js';
export { commitmentOf } from './domain/commitment-effects.js';
export type { Deadlines } from './domain/deadlines.js';
export { EFFECTS } from './domain/effects.js';
export type { Assignment, CaseEvent, EventBody, EventType, Priority, ReceivingRole } from './domain/event.js';
export { isInTeam, keepingRoles, rolesIn } from './domain/permissions.js';
export { type Protection, protectionsOf } from './domain/protection.js';
export { mayBeHigh, type Report } from './domain/report.js';
export { type ReportRoute, TEAM, type TeamReason } from './domain/route.js';
export type { ShowCase } from './handlers/show-case.js';
export { LOST_AFTER_MS, makeUpAll, nextTry } from './service/audits/making-up.js';
export { DISPATCH, type StepToTell } from './service/commands/case-commits.js';
export type { CaseService, KeepingRequest, SystemCommand } from './service/commands/case-service.js';
export { axesIn, type CountedBeside } from './service/counting/case-figures.js';
export { type BesideAnew, caseFiguresAnew } from './service/counting/counting-anew.js';
export type { CaseEngine } from './service/engine.js';
export { folderOf, pathOf } from './service/files/evidence-files.js';
export { admits, type Joined, type Joining, joinCase } from './service/files/joining.js';
export { anchorFaults } from './service/integrity/anchor-check.js';
export { verifyCase } from './service/integrity/verification.js';
export { CASES, caseIn } from './service/left-open.js';
export { projectCase } from './service/lists/projection.js';
export { AWAIT_LATER_MS, unlessAhead } from './service/notices/later-version.js';
export { eventOf, isUndone } from './service/notices/outbox-event.js';
export { leaderOf } from './service/people/commitment-leaders.js';
export { firstAble } from './service/people/next-up.js';
export { Anchors } from './store/anchors.js';
export { CaseIndex } from './store/case-index.js';
export { CaseStore, type LoadedCase, type StoredCase } from './store/case-store.js';
export {
  agreedIn,
  commitmentRow,
  committedBy,
  FOLLOWED,
  type ListedCommitment,
} from './store/commitment-rows.js';
export type { StoredEvent } from './store/events.js';
export { DUE_PREFIX } from './store/index-rows.js';

/** What cases need, and what the features beside them do for them; those are called only when all are made. */
export interface CaseNeighbours extends Followers {
  rules: Rules;
  places: ServiceCycle;
  /** Makes the copies of files that others may see. */
  cleaner: Cleaner;
  /** Whether a text sounds as if somebody were in danger now. */
  isAlarming: (text: string) => boolean;
  reports: SentReports &
    Pick<DeliveryAuditParts, 'sentBefore'> & {
      /** The report in hand, for somebody who asks how it goes; undefined when there is none. */
      inHand: (turn: Turn) => Promise<Reply | undefined>;
    };
  voices: {
    figures: CountedBeside;
    satisfactionFor: SatisfactionFor;
    /** Deletes the voice on a case. */
    forget: (caseId: string) => Promise<void>;
  };
}

export interface Cases extends Feature {
  engine: CaseEngine;
  helpFor: HelpFor;
  showCase: ShowCase;
  /** The cases that a person reported, newest first. */
  reportedBy: (personId: string) => Promise<ListedCase[]>;
  intake: CaseIntake;
}

/** What becomes of cases that other channels brought. */
export interface CaseIntake {
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

/** Wires up cases. */
export function createCases(context: FeatureContext, neighbours: CaseNeighbours): Cases {
  const { settings, tables, signer, clock, renderer, names, policy, background } = context;
  const { rules, places, cleaner, isAlarming, reports, voices } = neighbours;
  const { links, helplines } = settings;
  const titleOf = (id: string) => policy.find(id)?.title ?? '';
  const completing = { places, healthHours: settings.healthHours };
  const helpFor = createHelpFor(rules, helplines, isAlarming);
  const cards = new CaseCards({ names, renderer, links, helplines, helpFor, titleOf, completing });
  const engine = createCaseEngine(context, { cards, news: new NewsCards(context) }, neighbours);
  const { store, index, service, deadlines, work } = engine;
  const reported = new ReportedCases({ index, drafts: reports, store });
  const accesses = new Accesses(tables);
  const record = new AccessRecord({ ...context, accesses });
  const forgetVoice = voices.forget;
  const erasure = new Erasure({ ...context, store, index, accesses, forgetVoice });
  const anchoring = new Anchoring({ ...context, anchors: new Anchors(tables, signer) });
  const { sentBefore } = reports;
  const deliveryAudit = new DeliveryAudit({ ...context, store, sentBefore, deadlines });
  const listAudit = new ListAudit({ ...context, ...engine });
  const undelivered = onUnreachable(service);

  const unopened = new Unopened(context);
  const fileLinks = new EvidenceLinks({ ...context, service, cleaner, record, unopened });
  const caseFiles = new CaseFilesHandler({ ...context, links: fileLinks, service });
  const forms = new CaseForms({ ...context, service, completing });
  const numbers = new CaseNumbers({ index, reported });
  const review = new ReviewHandler({ ...context, forms, service, cards, record, numbers });
  const caseLists = new CaseLists({ index, reported, store });
  const { satisfactionFor } = voices;
  const lists = new ListsHandler({ ...context, caseLists, satisfactionFor });
  const waiting = new WaitingQuestions({ ...context, index, store });
  const contact = new ContactAnswers({ service, caseLists });
  const showCase = createShowCase({ ...context, cards, record });
  const caseActs = new CaseActs({ ...context, service, caseLists, forms, showCase });
  /** Who asks in words how it goes, and has a report in hand, means that one. */
  const mine = async (turn: Turn) =>
    (turn.understood?.isExact ? undefined : await reports.inHand(turn)) ?? lists.mine(turn);
  const exporting = new CaseExport({ ...context, index, store, record, titleOf, places });
  const exportHandler = new ExportHandler({ ...context, exporting });
  const accessReview = new AccessReview({ ...context, accesses, record, index, store });
  const accessHandler = new AccessesHandler({ review: accessReview, cards: new AccessCards(context) });
  const handlers = [caseFiles, review, lists, exportHandler, accessHandler];

  return {
    verbs: handlers.flatMap((handler) => handler.routes()),
    texts: [
      personal('cases.mine', (turn) =>
        turn.understood?.entities.caseNumber === undefined ? mine(turn) : review.byNumber(turn),
      ),
      personal('inbox', (turn) => lists.inbox(turn)),
      personal('team', (turn) => lists.team(turn)),
      personal('cases.all', (turn) => lists.all(turn)),
      personal('export', (turn) => exportHandler.start(turn)),
      personal('accesses', (turn) =>
        turn.understood?.entities.caseNumber === undefined
          ? accessHandler.recent(turn)
          : accessHandler.byNumber(turn),
      ),
    ],
    continues: (turn) => waiting.offer(turn),
    acts: [...caseActs.routes(), waiting.route(), contact.route()],
    opens: [...caseActs.sources(), waiting.source(), contact.source()],
    tab: caseSections({ ...context, caseLists }),
    waits: waitingCases({ caseLists, index }),
    work: { ...work, ...record.work },
    openFile: async (ticket, kind) => (await fileLinks.open(ticket)) ?? (await exporting.open(ticket, kind)),
    personalData: caseData({ index, reported, store, clock }),
    figures: [withNames(caseFigures({ tables, voices: voices.figures }), { titleOf, places })],
    sweeps: [{ kind: 'cases', run: (before, most, rule) => erasure.sweep(before, most, rule) }],
    start: () => {
      background.every(AUDIT_MS, 'audit', async () => void (await deadlines.audit()));
      background.every(AUDIT_MS, 'delivery audit', () => deliveryAudit.run());
      background.every(AUDIT_MS, 'list audit', () => listAudit.run());
      background.every(ANCHORS_MS, 'anchors', () => anchoring.ensure());
    },

    engine,
    helpFor,
    showCase,
    reportedBy: (personId) => reported.all(personId, clock()),
    intake: {
      untold: (caseId, personId) => undelivered(caseId, personId),
      opened: (caseId, personId) => record.opened({ id: caseId }, personId, { what: 'row' }),
      forget: (caseId) => accesses.forget(caseId),
    },
  };
}

function personal(purpose: Purpose, handle: Handler): TextRoute {
  return { purpose, scope: 'personal', handle };
}
