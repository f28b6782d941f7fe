/** The routes of a link: a page that asks for a click, and the click, which opens the session. */
import { z } from 'zod';
import { answering } from '../../../platform/pages/answering.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import { memberOf } from '../service/members.js';
import type { Door } from '../service/sessions.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { AppParts } from './app-routes.js';
import { sessionCookie } from './cookie.js';
import { entryPage, notedPage } from './entry-pages.js';
import { APP, entryPath, sectionPath } from './paths.js';
import { isOwnForm } from './same-site.js';

const sectionId = z.string().regex(/^[a-z]{1,30}$/);
const form = z.object({ parte: sectionId.catch('') }).catch({ parte: '' });

export function entryRoutes(parts: AppParts): HttpRoute[] {
  const path = entryPath(':key');
  const { log } = parts;
  return [
    { method: 'get', path, handle: answering(log, (request, language) => ask(parts, request, language)) },
    { method: 'post', path, handle: answering(log, (request, language) => enter(parts, request, language)) },
  ];
}

async function ask(
  parts: AppParts,
  { params, query }: HttpRequest,
  language: Language,
): Promise<HttpResponse> {
  const key = params.key ?? '';
  const personId = await parts.sessions.ownerOf(key);
  const person = personId === undefined ? undefined : await memberOf(parts, personId);
  if (!person) return gonePage(parts, language);
  const section = sectionId.catch('').parse(query.get('parte'));
  return entryPage(parts, language, { key, name: person.name, section });
}

async function enter(parts: AppParts, request: HttpRequest, language: Language): Promise<HttpResponse> {
  const { sessions, publicUrl, log } = parts;
  if (!isOwnForm(request, publicUrl())) return { status: 403 };
  const personId = await sessions.use(request.params.key ?? '');
  const person = personId === undefined ? undefined : await memberOf(parts, personId);
  if (!person) return gonePage(parts, language);
  log.info({ actor: person.id }, 'signed in to the page by a link');
  const { parte: section } = form.parse(request.body);
  return openedFor(parts, person.id, section);
}

/** Starts a session, and goes to the page. @param section empty for the first one. */
export async function openedFor(
  { sessions, publicUrl, headers }: Pick<AppParts, 'sessions' | 'publicUrl' | 'headers'>,
  personId: string,
  section: string,
  door: Door = 'link',
): Promise<HttpResponse> {
  const cookie = sessionCookie(await sessions.start(personId, door), 'own-window', publicUrl());
  const Location = section === '' ? APP : sectionPath(section);
  return { status: 303, headers: { ...headers, 'Set-Cookie': cookie, Location } };
}

function gonePage(parts: AppParts, language: Language): HttpResponse {
  const { entry } = textIn(language).frame;
  return notedPage(parts, language, { title: entry.goneTitle, body: entry.gone }, 410);
}
