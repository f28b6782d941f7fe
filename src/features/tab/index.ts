import type { Feature, FeatureContext } from '../../feature.js';
import { contentPolicy } from '../../platform/pages/content-policy.js';
import type { TabSection } from '../../platform/pages/tab/content.js';
import { LinkHandler } from './handlers/link-handler.js';
import { appRoutes } from './pages/app-routes.js';
import { entryRoutes } from './pages/entry-routes.js';
import type { MemberParts } from './service/members.js';
import { Sessions } from './service/sessions.js';

/** @param others `sections`: of all features. */
export function createTab(
  context: FeatureContext,
  { sections, ...members }: MemberParts & { sections: readonly TabSection[] },
): Feature {
  const sessions = new Sessions(context.tickets);
  const handler = new LinkHandler({ ...context, sessions, sections: sections.map(({ id }) => id) });
  const headers = {
    'Content-Security-Policy': contentPolicy(),
    // Forms have to say where they come from, which the stricter policy of other pages forbids.
    'Referrer-Policy': 'same-origin',
  };
  const parts = { ...context, ...members, sessions, sections, headers };
  return {
    verbs: handler.routes(),
    texts: [{ purpose: 'page', scope: 'personal', handle: (turn) => handler.give(turn) }],
    pages: [...entryRoutes(parts), ...appRoutes(parts)],
  };
}
