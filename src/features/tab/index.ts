import type { Feature, FeatureContext } from '../../feature.js';
import { contentPolicy } from '../../platform/pages/content-policy.js';
import type { HttpResponse } from '../../platform/pages/route.js';
import type { TabSection } from '../../platform/pages/tab/content.js';
import type { WaitingSource } from '../../platform/pages/tab/waiting.js';
import { LinkHandler } from './handlers/link-handler.js';
import { appRoutes } from './pages/app-routes.js';
import { entryRoutes, openedFor } from './pages/entry-routes.js';
import { TAB_SCRIPT } from './pages/paths.js';
import { teamsRoutes } from './pages/teams-routes.js';
import { todaySection } from './pages/today.js';
import { EntraTokens } from './service/entra-tokens.js';
import type { MemberParts } from './service/members.js';
import { Sessions } from './service/sessions.js';

/** The pages that Teams shows a tab in: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];

export interface Tab extends Feature {
  /** Opens the page for a person whom the local Teams knows. */
  open: (personId: string) => Promise<HttpResponse>;
}

/** @param others `sections`, `waits`: of all features. */
export function createTab(
  context: FeatureContext,
  {
    sections: others,
    waits,
    ...members
  }: MemberParts & {
    sections: readonly TabSection[];
    waits: readonly WaitingSource[];
  },
): Tab {
  const sections = [todaySection({ ...context, waits }), ...others];
  const sso = context.settings.tab;
  const sessions = new Sessions(context.tickets);
  const handler = new LinkHandler({ ...context, sessions, sections: sections.map(({ id }) => id) });
  const headers = {
    'Content-Security-Policy': contentPolicy(sso ? TEAMS_HOSTS : undefined),
    // Forms have to say where they come from, which the stricter policy of other pages forbids.
    'Referrer-Policy': 'same-origin',
  };
  const script = sso && TAB_SCRIPT;
  const parts = { ...context, ...members, sessions, sections, headers, script };
  const ofTeams = sso ? teamsRoutes({ ...parts, tokens: new EntraTokens(sso, context.clock) }) : [];
  return {
    verbs: handler.routes(),
    texts: [{ purpose: 'page', scope: 'personal', handle: (turn) => handler.give(turn) }],
    pages: [...entryRoutes(parts), ...ofTeams, ...appRoutes(parts)],
    // The local Teams knows who asks, as Entra does.
    open: (personId) => openedFor(parts, personId, '', 'teams'),
  };
}
