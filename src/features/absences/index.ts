import type { Feature, FeatureContext } from '../../feature.js';
import { AbsenceActs } from './handlers/absence-acts.js';
import { AbsenceHandler } from './handlers/absence-handler.js';

export function createAbsences(context: FeatureContext): Feature {
  const handler = new AbsenceHandler(context);
  return {
    verbs: handler.routes(),
    acts: [new AbsenceActs({ ...context, form: handler }).route()],
    texts: [
      { purpose: 'away', scope: 'personal', handle: (turn) => handler.start(turn) },
      { purpose: 'back', scope: 'personal', handle: (turn) => handler.back(turn) },
    ],
  };
}
