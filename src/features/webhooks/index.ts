/** Webhooks: other systems are told what happens to cases, without a word of what people told. */
import type { Feature, FeatureContext } from '../../feature.js';
import type { EffectHandler } from '../../platform/delivery/carrier.js';
import type { Effect } from '../../platform/delivery/outbox.js';
import { SettingsError } from '../../settings.js';
import type { CaseEngine, StepToTell } from '../cases/index.js';
import { EVENT_NAMES } from './service/messages.js';
import { rowsFor, sending, WEBHOOK } from './service/sending.js';
import { StoppedTargets } from './store/stopped.js';

export interface Webhooks extends Feature {
  /** The rows that tell other systems of an event. */
  outside: (step: StepToTell) => Effect[];
  /** The handlers of these rows, by kind. */
  effects: Readonly<Record<string, EffectHandler>>;
}

/** @throws SettingsError when a target wants an event that does not exist. */
export function createWebhooks(context: FeatureContext, { store }: Pick<CaseEngine, 'store'>): Webhooks {
  const { webhooks: targets } = context.settings;
  const unknown = targets.flatMap(({ events }) => events).filter((name) => !isEvent(name));
  if (unknown.length > 0) throw new SettingsError([`WEBHOOKS: there is no event ${unknown.join(', ')}`]);
  const stopped = new StoppedTargets(context.tables);
  return {
    verbs: [],
    texts: [],
    outside: (step) => rowsFor(targets, step),
    effects: { [WEBHOOK]: sending({ ...context, targets, store, stopped }) },
  };
}

const isEvent = (name: string): boolean => EVENT_NAMES.some((known) => known === name);
