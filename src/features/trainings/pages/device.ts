/** A cookie with a random id, to detect several people who register from one device. */
import { randomBytes } from 'node:crypto';
import type { HttpRequest } from '../../../platform/pages/route.js';

const LIFETIME_SECONDS = 180 * 86_400;

/** The id in the browser's cookie; empty for none. */
export function deviceOf(request: HttpRequest): string {
  const found = /(?:^|;\s*)device=([\w-]{22})(?:;|$)/.exec(request.header('cookie'));
  return found?.[1] ?? '';
}

/** The `Set-Cookie` header for a browser without an id; otherwise no header. */
export function deviceHeader(request: HttpRequest): Record<string, string> {
  if (deviceOf(request) !== '') return {};
  // Browsers drop a secure cookie over plain HTTP, which local mode uses.
  const isLocal = /^(127\.0\.0\.1|localhost)(:|$)/.test(request.header('host'));
  const name = randomBytes(16).toString('base64url');
  const attributes = `Path=/trainings; Max-Age=${LIFETIME_SECONDS}; HttpOnly; SameSite=Lax${isLocal ? '' : '; Secure'}`;
  return { 'Set-Cookie': `device=${name}; ${attributes}` };
}
