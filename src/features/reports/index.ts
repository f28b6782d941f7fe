/** Reports: from the first word to the receipt. */
import type { Feature, FeatureContext } from '../../feature.js';
import type { Cleaner } from '../../platform/cleaning/cleaner.js';
import { askHostedModel } from '../../platform/impact/hosted-level.js';
import { loadAssess, loadProposals, loadSafetyIn } from '../../platform/impact/load.js';
import type { Rules } from '../../platform/impact/rules.js';
import type { ServiceCycle } from '../../platform/impact/service-cycle.js';
import { onUse } from '../../platform/on-use.js';
import { type Handler, isPersonal, type Reply, type Turn } from '../../turn.js';
import type { CaseEngine, HelpFor, ShowCase } from '../cases/index.js';
import { ConfirmCards } from './cards/confirm-card.js';
import { fearsRetaliation } from './domain/worries.js';
import { AssessingHandler } from './handlers/assessing-handler.js';
import { CancelHandler } from './handlers/cancel-handler.js';
import { tellOfConfidentiality } from './handlers/confidentiality.js';
import { DraftActs } from './handlers/draft-acts.js';
import { DraftDeeds } from './handlers/draft-deeds.js';
import { DraftReview } from './handlers/draft-review.js';
import { EvidenceHandler } from './handlers/evidence-handler.js';
import { OpeningHandler } from './handlers/opening-handler.js';
import { QuotingHandler } from './handlers/quoting-handler.js';
import { ReportReplies } from './handlers/report-replies.js';
import { ReroutingHandler } from './handlers/rerouting-handler.js';
import { SendingByWords } from './handlers/sending-by-words.js';
import { SentWorries } from './handlers/sent-worries.js';
import { SubmittingHandler } from './handlers/submitting-handler.js';
import { UncleanHandler } from './handlers/unclean-handler.js';
import { waitingDrafts } from './pages/waiting-drafts.js';
import { Assessor, type AssessorParts } from './service/assessor.js';
import { Discarding } from './service/discarding.js';
import { EvidenceService } from './service/evidence-service.js';
import { draftData } from './service/personal-data.js';
import { touchableSections, wordsOfLevel } from './service/sections.js';
import { Stories } from './service/stories.js';
import { TakingIn } from './service/taking-in.js';
import { Drafts } from './store/drafts.js';

/** What reports need of others. */
// Used by the commands in `cli/`.
export { siteMessage } from './domain/site-code.js';

export interface ReportNeighbours extends Pick<AssessorParts, 'riskIn'> {
  /** The cases that reports become. */
  engine: Pick<CaseEngine, 'store' | 'service'>;
  showCase: ShowCase;
  helpFor: HelpFor;
  rules: Rules;
  places: ServiceCycle;
  /** Tries whether others could get a copy of a file. */
  cleaner: Cleaner;
}

export interface Reports extends Feature, Pick<Drafts, 'touchedBy' | 'sentBefore'> {
  /** Stores the files of a message. */
  receiveFiles: Handler;
  /** The report in hand, for somebody who asks how it goes; undefined when there is none. */
  inHand: (turn: Turn) => Promise<Reply | undefined>;
  /** Takes a message as the beginning of a story that may be reported. */
  noteStory: (turn: Turn) => void;
  /** Offers to make a report of a message; `section` is what the policy says about it. */
  offerReport: (turn: Turn, section?: { id: string; title: string }) => Promise<Reply>;
  /** Begins a report of trouble for having reported. */
  reportTrouble: (turn: Turn, narrative: string) => Promise<Reply>;
  discardDrafts: (personId: string) => Promise<void>;
  intake: ReportIntake;
}

/** What other channels bring, and the cases that it becomes. */
export type ReportIntake = Pick<TakingIn, 'propose' | 'receiverOf' | 'take'>;

/** Wires up reports, on the cases that they become. */
export function createReports(
  context: FeatureContext,
  { engine, showCase, helpFor, rules, places, cleaner, riskIn }: ReportNeighbours,
): Reports {
  const { settings, log, renderer, policy } = context;
  const { store, service } = engine;
  const drafts = new Drafts(context.tables, context.clock);
  const discarding = new Discarding({ drafts, store, blobs: context.blobs });
  const touchable = touchableSections(policy);
  const touchableIds = new Set(touchable.map(({ id }) => id));
  const definitionOf = wordsOfLevel(policy);
  const { helplines } = settings;
  const confirmCards = new ConfirmCards({ renderer, definitionOf, touchable, helplines });
  const stories = new Stories();
  const replies = new ReportReplies({
    ...context,
    stories,
    service,
    drafts,
    showCase,
    confirmCards,
    helpFor,
  });
  const assessor = new Assessor({
    assess: onUse(() => loadAssess(rules)),
    propose: onUse(() => loadProposals(rules)),
    safetyIn: onUse(() => loadSafetyIn(rules)),
    riskIn,
    cycleIn: (narrative, place) => places.saidIn(narrative, place),
    askHosted: context.hosted && askHostedModel(context.hosted, log),
  });
  const takingIn = new TakingIn({ ...context, store, service, assessor });
  const steps = { ...context, stories, drafts, service, assessor, touchableIds, replies, showCase };
  const assessing = new AssessingHandler(steps);
  const confirm: AssessingHandler['confirm'] = (turn, draft) => assessing.confirm(turn, draft);
  const discard = (personId: string, id: string) => discarding.discard(personId, id);
  const opening = new OpeningHandler({ ...steps, places, discard, confirm, helpFor });
  const evidence = new EvidenceService({ ...context, drafts, service, cleaner });
  const files = new EvidenceHandler({ ...context, evidence });
  const cancelling = new CancelHandler({ ...context, drafts, stories, store });
  const submitting = new SubmittingHandler(steps);
  const start = (turn: Turn) => opening.start(turn);
  const sending = new SendingByWords({ ...context, replies, submit: (turn) => submitting.submit(turn) });
  const review = new DraftReview({ ...steps, start });
  const cancel = (turn: Turn) => cancelling.cancel(turn);
  const deeds = new DraftDeeds({ review, assessor, replies, cancel });
  const draftActs = new DraftActs({ ...context, drafts, stories, review, deeds, start, sending, cancel });
  const worries = new SentWorries({ ...context, service });
  const handlers = [
    opening,
    new QuotingHandler({ ...steps, confirm }),
    assessing,
    sending,
    new ReroutingHandler(steps),
    cancelling,
    new UncleanHandler({ ...steps, evidence }),
  ];

  return {
    verbs: handlers.flatMap((handler) => handler.routes()),
    texts: [
      {
        purpose: 'confidentiality',
        scope: 'personal',
        handle: async (turn) =>
          fearsRetaliation(turn.text)
            ? worries.ofRetaliation(turn)
            : tellOfConfidentiality(renderer, settings)(turn),
      },
      {
        purpose: 'report',
        scope: 'anywhere',
        handle: (turn) => (isPersonal(turn) ? opening.start(turn) : opening.offerInPrivate(turn)),
      },
      { purpose: 'cancel', scope: 'personal', handle: cancel },
    ],
    continues: async (turn) =>
      (await opening.startAt(turn)) ?? (await draftActs.goOn(turn)) ?? opening.goOn(turn),
    hears: ({ actor, text, now }) => stories.hear(actor.id, text, now),
    acts: [...draftActs.routes(), worries.route()],
    waits: waitingDrafts(drafts),
    personalData: [draftData(drafts)],
    sweeps: [{ kind: 'drafts', run: (before, most) => discarding.sweep(before, most) }],

    touchedBy: (personId) => drafts.touchedBy(personId),
    sentBefore: (moment) => drafts.sentBefore(moment),
    inHand: (turn) => draftActs.inHand(turn),
    noteStory: ({ actor, text, now }) => void stories.tell(actor.id, text, now),
    receiveFiles: (turn) => files.receive(turn),
    offerReport: (turn, section) =>
      isPersonal(turn) ? opening.offer(turn, section) : opening.offerInPrivate(turn),
    reportTrouble: (turn, narrative) => opening.startOfTrouble(turn, narrative),
    discardDrafts: (personId) => discarding.discardAll(personId),
    intake: {
      propose: (narrative) => takingIn.propose(narrative),
      receiverOf: (arrival) => takingIn.receiverOf(arrival),
      take: (caseId, by, arrival) => takingIn.take(caseId, by, arrival),
    },
  };
}
