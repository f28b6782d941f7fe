/** Wires up the core of recognitions: commands, effects and their delivery. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { Dispatcher } from '../../../platform/delivery/dispatcher.js';
import { NoticeGate } from '../../../platform/delivery/notice-gate.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import type { RecognitionCards } from '../cards/recognition-cards.js';
import { Limits } from '../store/limits.js';
import { RecognitionLists } from '../store/lists.js';
import { Sendings } from '../store/sendings.js';
import type { Attributes } from './attributes.js';
import { Checking } from './checking.js';
import { Commits, DISPATCH } from './commits.js';
import { RecognisablePeople } from './people.js';
import { Places } from './places.js';
import { recognitionEffects } from './recognition-effects.js';
import { RecognitionService } from './recognition-service.js';
import { TakingIn } from './taking-in.js';
import { onUndelivered } from './undelivered.js';

export type EngineContext = Pick<
  FeatureContext,
  | 'tables'
  | 'directory'
  | 'recentDirectory'
  | 'everyone'
  | 'background'
  | 'work'
  | 'instances'
  | 'handover'
  | 'tellOperators'
  | 'contacts'
  | 'rates'
  | 'notices'
  | 'names'
  | 'channel'
  | 'teams'
  | 'clock'
  | 'figures'
  | 'log'
>;

export interface EngineParts {
  cards: RecognitionCards;
  attributes: Attributes;
  isGuest: (personId: string) => Promise<boolean>;
  offensiveIn: (text: string) => string[];
}

export function createRecognitionEngine(context: EngineContext, given: EngineParts) {
  const { tables } = context;
  const sendings = new Sendings(tables);
  const lists = new RecognitionLists(tables);
  const limits = new Limits(tables);
  const places = new Places(context);
  const people = new RecognisablePeople({ ...context, ...given, lists });
  const checking = new Checking({ ...context, ...given, people, limits });
  const commits = new Commits({ ...context, sendings, dispatch: (id) => dispatcher.dispatch(id) });
  const service = new RecognitionService({ ...context, sendings, limits, checking, commits, places });
  const leave = (to: string, partitionKey: string) =>
    context.handover.give(to, { kind: DISPATCH, partitionKey });
  const gate = new NoticeGate({ ...context, leave, priority: 'recognition' });
  const dispatcher: Dispatcher = new Dispatcher({
    ...context,
    table: 'Recognitions',
    handlers: recognitionEffects({ ...context, ...given, sendings, lists, places }),
    permit: (item) => gate.permit(item),
    leave,
    onGivenUp: onUndelivered({ ...context, sendings }),
    onPassedOver: () => context.tellOperators(({ chat }) => chat.laterVersion),
  });
  const work: WorkKinds = {
    [DISPATCH]: workKind(
      z.object({ kind: z.literal(DISPATCH), partitionKey: z.string().min(1) }),
      ({ partitionKey }) => dispatcher.dispatch(partitionKey),
    ),
  };
  const takingIn = new TakingIn({ ...context, sendings, checking, commits });
  return { sendings, lists, people, service, places, work, takingIn };
}
