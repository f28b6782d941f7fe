/** The routes of the page: its sections, and signing out. */
import type { Background } from '../../../platform/background.js';
import { AppError, codeOf } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import { answering } from '../../../platform/pages/answering.js';
import { builtFile } from '../../../platform/pages/built-file.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import { prepareCharts } from '../../../platform/pages/tab/chart-svg.js';
import type { TabContent, TabSection, TabView } from '../../../platform/pages/tab/content.js';
import type { Contacts } from '../../../platform/people/contacts.js';
import { type MemberParts, memberOf } from '../service/members.js';
import type { Sessions } from '../service/sessions.js';
import { type Language, textIn } from '../text/catalogue.js';
import { appPage } from './app-page.js';
import { endedCookie, placingOf, secretIn } from './cookie.js';
import { closedPage, notedPage } from './entry-pages.js';
import { APP, LEAVE, sectionPath, TAB_STYLE } from './paths.js';
import { isOwnForm } from './same-site.js';

export interface AppParts extends MemberParts {
  sessions: Sessions;
  sections: readonly TabSection[];
  contacts: Contacts;
  background: Background;
  clock: () => Date;
  log: Logger;
  publicUrl: () => string;
  botId: string;
  /** The script of the tab; undefined while there is no tab. */
  script?: string | undefined;
  /** The headers of each page. */
  headers: Record<string, string>;
}

export function appRoutes(parts: AppParts): HttpRoute[] {
  const { log } = parts;
  return [
    {
      method: 'get',
      path: APP,
      handle: answering(log, (request, language) => show(parts, request, language)),
    },
    builtFile({ path: TAB_STYLE, file: 'tab.css', type: 'text/css; charset=utf-8' }),
    {
      method: 'get',
      path: sectionPath(':section'),
      handle: answering(log, (request, language) => show(parts, request, language)),
    },
    {
      method: 'post',
      path: LEAVE,
      handle: answering(log, (request, language) => leave(parts, request, language)),
    },
  ];
}

async function show(parts: AppParts, request: HttpRequest, browser: Language): Promise<HttpResponse> {
  const { sessions, contacts, publicUrl, clock, headers, script } = parts;
  const session = await sessions.find(secretIn(request.header('cookie'), publicUrl()));
  if (!session) {
    // In Teams the script of that page signs in next.
    parts.background.run('charts', prepareCharts);
    return closedPage(parts, browser);
  }
  const { personId, door } = session;
  const [viewer, contact] = await Promise.all([memberOf(parts, personId, door), contacts.find(personId)]);
  const language = contact?.language ?? browser;
  const { entry } = textIn(language).frame;
  if (!viewer) return notedPage(parts, language, { title: entry.refusedTitle, body: entry.refused }, 403);
  const sections = parts.sections.filter((section) => section.mayOpen(viewer));
  const { section: wanted } = request.params;
  const current = wanted === undefined ? sections[0] : sections.find(({ id }) => id === wanted);
  if (!current) {
    const missing = { title: entry.missingTitle, body: entry.missing, back: true };
    return notedPage(parts, language, missing, 404);
  }
  const view = { viewer, language, now: clock(), query: request.query };
  const content = await contentOf(parts, current, view);
  return appPage({ viewer, language, sections, current, content, query: request.query, headers, script });
}

/** A refusal is a sentence on the page. */
async function contentOf(
  { log }: AppParts,
  section: TabSection,
  view: TabView,
): Promise<TabContent | string> {
  try {
    return await section.read(view);
  } catch (error) {
    const code = codeOf(error);
    log[code === 'unexpected' ? 'error' : 'warn'](
      { err: error, section: section.id, code },
      'section failed',
    );
    return (
      (error instanceof AppError && error.sentence?.(view.language)) || textIn(view.language).errors[code]
    );
  }
}

async function leave(parts: AppParts, request: HttpRequest, language: Language): Promise<HttpResponse> {
  const { sessions, publicUrl } = parts;
  if (!isOwnForm(request, publicUrl())) return { status: 403 };
  await sessions.end(secretIn(request.header('cookie'), publicUrl()));
  const { entry } = textIn(language).frame;
  const cookie = endedCookie(placingOf(request), publicUrl());
  const note = { title: entry.leftTitle, body: entry.left };
  return notedPage(parts, language, note, 200, { 'Set-Cookie': cookie });
}
