import type { Feature, FeatureContext } from '../../feature.js';
import { StatusHandler } from './handlers/status-handler.js';
import { ParkedNotices } from './service/parked-notices.js';

const COUNT_MS = 10 * 60_000;

export function createOperations(context: FeatureContext): Feature {
  const handler = new StatusHandler(context);
  const parked = new ParkedNotices(context);
  return {
    verbs: [],
    texts: [{ purpose: 'status', scope: 'personal', handle: (turn) => handler.show(turn) }],
    start: () => context.background.every(COUNT_MS, 'parked notices', () => parked.count()),
  };
}
