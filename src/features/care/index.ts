import type { Feature, FeatureContext } from '../../feature.js';
import { DANGERS } from '../../platform/understanding/intents.js';
import { DangerCards } from './cards/danger-card.js';
import { CareHandler, type CareParts } from './handlers/care-handler.js';
import { callPath, callRoutes } from './pages/call-routes.js';

export function createCare(
  context: FeatureContext,
  { caresIn, noteOffer }: Pick<CareParts, 'caresIn' | 'noteOffer'>,
): Feature {
  const { renderer, publicUrl, settings } = context;
  const cards = new DangerCards({
    renderer,
    helplines: settings.helplines,
    urlOf: (line) => `${publicUrl()}${callPath(line)}`,
  });
  const handler = new CareHandler({ ...context, cards, caresIn, noteOffer });
  return {
    verbs: [],
    texts: DANGERS.map((danger) => ({
      purpose: danger,
      scope: 'anywhere',
      handle: (turn) => handler.answer(turn, danger),
    })),
    pages: callRoutes(settings.helplines),
  };
}
