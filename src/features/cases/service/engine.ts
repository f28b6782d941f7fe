/** Wires up the core of cases: commands, effects and deadlines. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import type { FigureSource } from '../../../platform/figures/source.js';
import type { CaseCards } from '../cards/case-card.js';
import type { CommitmentCards } from '../cards/commitment-card.js';
import type { NewsCards } from '../cards/news-card.js';
import type { VoiceCards } from '../cards/voice-card.js';
import { createDeadlines } from '../domain/deadlines.js';
import { CaseIndex } from '../store/case-index.js';
import { CaseStore } from '../store/case-store.js';
import { CommitmentList } from '../store/commitment-list.js';
import { Voices } from '../store/voices.js';
import { CaseCommits, DISPATCH } from './case-commits.js';
import { caseEffects } from './case-effects.js';
import { axesIn, CASE_FIGURES, caseFigures } from './case-figures.js';
import { CaseService } from './case-service.js';
import { CommitmentFollowUps, FOLLOW, followWork } from './commitment-work.js';
import { CaseDeadlines, DEADLINE, deadlineWork } from './deadline-work.js';
import { onLost } from './lost-notices.js';
import type { ProjectionParts } from './projection.js';
import { onUndelivered } from './undelivered.js';
import { VoiceAudit } from './voice-audit.js';
import { voiceEffects } from './voice-effects.js';
import { VOICE, VoiceService, voiceWork } from './voice-service.js';

export type EngineContext = Pick<
  FeatureContext,
  | 'settings'
  | 'tables'
  | 'signer'
  | 'actors'
  | 'directory'
  | 'background'
  | 'work'
  | 'instances'
  | 'handover'
  | 'tellOperators'
  | 'contacts'
  | 'rates'
  | 'notices'
  | 'names'
  | 'policy'
  | 'figures'
  | 'calendar'
  | 'clock'
  | 'log'
>;

export interface CaseEngine extends ProjectionParts {
  figures: FigureSource;
  service: CaseService;
  deadlines: CaseDeadlines;
  commitments: CommitmentList;
  followUps: CommitmentFollowUps;
  voices: Voices;
  voice: VoiceService;
  voiceAudit: VoiceAudit;
  work: WorkKinds;
}

/** @param effects makes the handlers of outbox rows, by kind. */
export function createCaseEngine(
  context: EngineContext,
  cards: { cards: CaseCards; news: NewsCards; commitments: CommitmentCards; voiceCards: VoiceCards },
  effects: typeof caseEffects = caseEffects,
): CaseEngine {
  const { settings, tables, signer, calendar } = context;
  const moments = createDeadlines(settings.deadlines, calendar, settings);
  const store = new CaseStore(tables, signer);
  const index = new CaseIndex(tables);
  const commits = new CaseCommits({
    ...context,
    store,
    dispatch: (caseId, fresh) => dispatcher.dispatch(caseId, fresh),
  });
  const service = new CaseService({
    ...context,
    store,
    commits,
    deadlines: moments,
  });
  const voices = new Voices(tables);
  const voice = new VoiceService({
    ...context,
    store,
    voices,
    deadlines: moments,
    dispatch: (partitionKey) => dispatcher.dispatch(partitionKey),
  });
  const recount = (months: Iterable<string>) => context.figures.touch(CASE_FIGURES, months);
  const projection = { store, index, directory: context.directory, axisOf: axesIn(context.policy), recount };
  const undelivered = onUndelivered(service);
  const lost = onLost({ ...context, store });
  const leave = (to: string, partitionKey: string) =>
    context.handover.give(to, { kind: DISPATCH, partitionKey });
  const gate = new NoticeGate({ ...context, leave, priority: 'case' });
  const dispatcher: Dispatcher = new Dispatcher({
    ...context,
    table: 'Cases',
    handlers: {
      ...effects({
        ...context,
        ...cards,
        ...projection,
        askLater: (caseId, closing) => voice.schedule(caseId, closing, 'ask'),
      }),
      ...voiceEffects({ ...context, ...cards, store, voices, deadlines: moments, recount }),
    },
    permit: (item) => gate.permit(item),
    leave,
    onGivenUp: async (item) => {
      await undelivered(item);
      await lost(item);
    },
    onPassedOver: () => context.tellOperators(({ chat }) => chat.laterVersion),
  });
  const deadlines = new CaseDeadlines({ ...context, service, store, index });
  const commitments = new CommitmentList(tables);
  const followUps = new CommitmentFollowUps({ ...context, service, commitments });
  const voiceAudit = new VoiceAudit({ ...context, index, voices, voice });
  const work = {
    [DISPATCH]: workKind(
      z.object({ kind: z.literal(DISPATCH), partitionKey: z.string().min(1) }),
      ({ partitionKey }) => dispatcher.dispatch(partitionKey),
    ),
    [DEADLINE]: workKind(deadlineWork, (item) => deadlines.run(item)),
    [VOICE]: workKind(voiceWork, (item) => voice.run(item)),
    [FOLLOW]: workKind(followWork, (item) => followUps.run(item)),
  };
  const figures = caseFigures({ tables, voices });
  return {
    ...projection,
    figures,
    service,
    deadlines,
    commitments,
    followUps,
    voices,
    voice,
    voiceAudit,
    work,
  };
}
