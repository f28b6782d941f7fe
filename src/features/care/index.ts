import type { Feature, FeatureContext } from '../../feature.js';
import { DANGERS } from '../../platform/understanding/intents.js';
import { DangerCards } from './cards/danger-card.js';
import { CareHandler, type CareParts } from './handlers/care-handler.js';
import { callPath, callRoutes } from './pages/call-routes.js';

export function createCare(
  context: FeatureContext,
  { noteStory }: Pick<CareParts, 'noteStory'>,
): Feature & Pick<CareHandler, 'lineUnder'> {
  const { renderer, publicUrl, settings } = context;
  const cards = new DangerCards({
    renderer,
    helplines: settings.helplines,
    urlOf: (line) => `${publicUrl()}${callPath(line)}`,
  });
  const handler = new CareHandler({ ...context, cards, noteStory });
  return {
    lineUnder: (turn) => handler.lineUnder(turn),
    verbs: handler.routes(),
    texts: DANGERS.map((danger) => ({
      purpose: danger,
      scope: 'anywhere',
      handle: (turn) => handler.answer(turn, danger),
    })),
    acts: [handler.route()],
    pages: callRoutes(settings.helplines),
  };
}
