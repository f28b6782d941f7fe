/** Wires up the core of cases: commands, effects and deadlines. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import type { CaseCards } from '../cards/case-card.js';
import type { NewsCards } from '../cards/news-card.js';
import { createDeadlines } from '../domain/deadlines.js';
import { CaseIndex } from '../store/case-index.js';
import { CaseStore } from '../store/case-store.js';
import { CaseCommits, DISPATCH } from './case-commits.js';
import { caseEffects } from './case-effects.js';
import { CaseService } from './case-service.js';
import { CaseDeadlines, DEADLINE, deadlineWork } from './deadline-work.js';
import { onUndelivered } from './undelivered.js';

export type EngineContext = Pick<
  FeatureContext,
  | 'settings'
  | 'tables'
  | 'signer'
  | 'directory'
  | 'background'
  | 'work'
  | 'instances'
  | 'handover'
  | 'tellOperators'
  | 'contacts'
  | 'rates'
  | 'notices'
  | 'calendar'
  | 'clock'
  | 'log'
>;

export interface CaseEngine {
  store: CaseStore;
  index: CaseIndex;
  service: CaseService;
  deadlines: CaseDeadlines;
  work: WorkKinds;
}

/** @param effects makes the handlers of outbox rows, by kind. */
export function createCaseEngine(
  context: EngineContext,
  { cards, news }: { cards: CaseCards; news: NewsCards },
  effects: typeof caseEffects = caseEffects,
): CaseEngine {
  const { settings, tables, signer, calendar } = context;
  const store = new CaseStore(tables, signer);
  const index = new CaseIndex(tables);
  const commits = new CaseCommits({
    ...context,
    store,
    dispatch: (caseId) => dispatcher.dispatch(caseId),
  });
  const service = new CaseService({
    ...context,
    store,
    commits,
    deadlines: createDeadlines(settings.deadlines, calendar, settings),
  });
  const leave = (to: string, partitionKey: string) =>
    context.handover.give(to, { kind: DISPATCH, partitionKey });
  const gate = new NoticeGate({ ...context, leave });
  const dispatcher: Dispatcher = new Dispatcher({
    ...context,
    table: 'Cases',
    handlers: effects({ ...context, store, index, cards, news }),
    permit: (item) => gate.permit(item),
    leave,
    onGivenUp: onUndelivered(service),
    onPassedOver: () => context.tellOperators(({ chat }) => chat.laterVersion),
  });
  const deadlines = new CaseDeadlines({ ...context, service, index });
  const work = {
    [DISPATCH]: workKind(
      z.object({ kind: z.literal(DISPATCH), partitionKey: z.string().min(1) }),
      ({ partitionKey }) => dispatcher.dispatch(partitionKey),
    ),
    [DEADLINE]: workKind(deadlineWork, (item) => deadlines.run(item)),
  };
  return { store, index, service, deadlines, work };
}
