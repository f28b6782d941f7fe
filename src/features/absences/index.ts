import type { Feature, FeatureContext } from '../../feature.js';
import { AbsenceHandler } from './handlers/absence-handler.js';
import { tellsOfLeaving, tellsOfReturn } from './service/away-words.js';

export function createAbsences(context: FeatureContext): Feature {
  const handler = new AbsenceHandler(context);
  return {
    verbs: handler.routes(),
    texts: [
      { name: 'away', scope: 'personal', select: tellsOfLeaving, handle: (turn) => handler.start(turn) },
      { name: 'back', scope: 'personal', select: tellsOfReturn, handle: (turn) => handler.back(turn) },
    ],
  };
}
