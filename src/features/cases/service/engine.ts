/** Wires up the core of cases: commands, effects and deadlines. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import type { Effect, OutboxItem } from '../../../platform/delivery/outbox.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { onUse } from '../../../platform/on-use.js';
import type { CaseCards } from '../cards/case-card.js';
import type { NewsCards } from '../cards/news-card.js';
import { createDeadlines, type Deadlines } from '../domain/deadlines.js';
import { CaseIndex } from '../store/case-index.js';
import { CaseStore } from '../store/case-store.js';
import { CaseCommits, DISPATCH, type StepToTell } from './commands/case-commits.js';
import { CaseService } from './commands/case-service.js';
import { axesIn, CASE_FIGURES } from './counting/case-figures.js';
import { CaseDeadlines, DEADLINE, deadlineWork } from './deadline-work.js';
import type { ProjectionParts } from './lists/projection.js';
import { caseEffects } from './notices/case-effects.js';
import { onUndelivered } from './notices/undelivered.js';

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
  | 'mailer'
  | 'botId'
  | 'names'
  | 'policy'
  | 'figures'
  | 'calendar'
  | 'clock'
  | 'log'
>;

/** What other features do with rows of the outbox of cases. */
export interface Followers {
  /** Their handlers, by kind. Called once, for the first row. */
  effects: () => Readonly<Record<string, EffectHandler>>;
  /** Called when the notice of a row is given up. */
  lost: (item: OutboxItem) => Promise<void>;
  /** Further rows of an event, of kinds that `effects` handles. */
  outside?: (step: StepToTell) => Effect[];
}

export interface CaseEngine extends ProjectionParts {
  service: CaseService;
  deadlines: CaseDeadlines;
  /** When what is due. */
  moments: Deadlines;
  /** Carries out the outbox of a partition. Returns the milliseconds until its pending work, if any. */
  dispatch: (partitionKey: string) => Promise<number | undefined>;
  work: WorkKinds;
}

/** @param effects makes the handlers of outbox rows, by kind. */
export function createCaseEngine(
  context: EngineContext,
  cards: { cards: CaseCards; news: NewsCards },
  followers: Followers,
  effects: typeof caseEffects = caseEffects,
): CaseEngine {
  const { settings, tables, signer, calendar } = context;
  const moments = createDeadlines(settings.deadlines, calendar, settings);
  const store = new CaseStore(tables, signer);
  const index = new CaseIndex(tables);
  const commits = new CaseCommits({
    ...context,
    store,
    outside: followers.outside ?? (() => []),
    dispatch: (caseId, fresh) => dispatch(caseId, fresh),
  });
  const service = new CaseService({
    ...context,
    store,
    commits,
    deadlines: moments,
  });
  const recount = (months: Iterable<string>) => context.figures.touch(CASE_FIGURES, months);
  const projection = { store, index, directory: context.directory, axisOf: axesIn(context.policy), recount };
  const undelivered = onUndelivered(service);
  const leave = (to: string, partitionKey: string) =>
    context.handover.give(to, { kind: DISPATCH, partitionKey });
  const gate = new NoticeGate({ ...context, leave, priority: 'case' });
  const dispatch: Dispatcher['dispatch'] = onUse(() => {
    const dispatcher = new Dispatcher({
      ...context,
      table: 'Cases',
      handlers: { ...effects({ ...context, ...cards, ...projection }), ...followers.effects() },
      permit: (item) => gate.permit(item),
      leave,
      onGivenUp: async (item) => {
        await undelivered(item);
        await followers.lost(item);
      },
      onPassedOver: () => context.tellOperators(({ chat }) => chat.laterVersion),
    });
    return (partitionKey, fresh) => dispatcher.dispatch(partitionKey, fresh);
  });
  const deadlines = new CaseDeadlines({ ...context, service, store, index });
  const work = {
    [DISPATCH]: workKind(
      z.object({ kind: z.literal(DISPATCH), partitionKey: z.string().min(1) }),
      ({ partitionKey }) => dispatch(partitionKey),
    ),
    [DEADLINE]: workKind(deadlineWork, (item) => deadlines.run(item)),
  };
  return { ...projection, service, deadlines, moments, dispatch, work };
}
