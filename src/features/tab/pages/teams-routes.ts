/** The routes with which the tab in Teams signs in: its script, the token, and whether the session is kept. */
import { z } from 'zod';
import { answering } from '../../../platform/pages/answering.js';
import { builtFile } from '../../../platform/pages/built-file.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import type { EntraTokens } from '../service/entra-tokens.js';
import { memberOf } from '../service/members.js';
import type { AppParts } from './app-routes.js';
import { secretIn, sessionCookie } from './cookie.js';
import { TAB_SCRIPT, TEAMS } from './paths.js';
import { isOwnForm } from './same-site.js';

const sent = z.object({ token: z.string().min(1).max(20_000) });

export function teamsRoutes(parts: AppParts & { tokens: EntraTokens }): HttpRoute[] {
  const { log, sessions, publicUrl } = parts;
  return [
    builtFile({ path: TAB_SCRIPT, file: 'tab.js', type: 'text/javascript; charset=utf-8' }),
    {
      method: 'get',
      path: TEAMS,
      handle: async ({ header }) => {
        const session = await sessions.find(secretIn(header('cookie'), publicUrl()));
        return { status: session ? 204 : 401 };
      },
    },
    { method: 'post', path: TEAMS, handle: answering(log, (request) => enter(parts, request)) },
  ];
}

async function enter(parts: AppParts & { tokens: EntraTokens }, request: HttpRequest): Promise<HttpResponse> {
  const { tokens, sessions, publicUrl, log } = parts;
  const { data } = sent.safeParse(request.body);
  if (!data || !isOwnForm(request, publicUrl())) return { status: 403 };
  const personId = await tokens.personOf(data.token);
  const person = personId === undefined ? undefined : await memberOf(parts, personId);
  if (!person) {
    log.warn('a token for the tab is refused');
    return { status: 401 };
  }
  log.info({ actor: person.id }, 'signed in to the tab');
  const cookie = sessionCookie(await sessions.start(person.id, 'teams'), 'framed', publicUrl());
  return { status: 204, headers: { 'Set-Cookie': cookie } };
}
