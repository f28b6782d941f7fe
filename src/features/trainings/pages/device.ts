/** The random name that a browser keeps, to see when several people register from one device. */
import { randomBytes } from 'node:crypto';
import type { HttpRequest } from '../../../platform/pages/route.js';

const LIFETIME_SECONDS = 180 * 86_400;

/** The name that the browser sends; empty for none. */
export function deviceOf(request: HttpRequest): string {
  const found = /(?:^|;\s*)device=([\w-]{22})(?:;|$)/.exec(request.header('cookie'));
  return found?.[1] ?? '';
}

/** The header that gives a browser a name; none where it has one. */
export function deviceHeader(request: HttpRequest): Record<string, string> {
  if (deviceOf(request) !== '') return {};
  // Over plain HTTP, as in local mode, the browser drops a secure cookie.
  const isLocal = /^(127\.0\.0\.1|localhost)(:|$)/.test(request.header('host'));
  const name = randomBytes(16).toString('base64url');
  const attributes = `Path=/trainings; Max-Age=${LIFETIME_SECONDS}; HttpOnly; SameSite=Lax${isLocal ? '' : '; Secure'}`;
  return { 'Set-Cookie': `device=${name}; ${attributes}` };
}
