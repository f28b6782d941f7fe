/** The cookie that holds the secret of a session. Scripts cannot read it. */
import type { HttpRequest } from '../../../platform/pages/route.js';
import { SESSION_MS } from '../service/sessions.js';

/**
 * `framed`: Teams shows the page in a frame of another site, so the cookie has to cross sites, and is kept apart for
 * each site that frames it.
 */
export type Placing = 'framed' | 'own-window';

/** Browsers take a cookie of this name only over TLS, for the whole host and for no other one. */
const STRICT = '__Host-mi-pagina';
const LOCAL = 'mi-pagina';

const overTls = (publicUrl: string) => publicUrl.startsWith('https:');
const nameOf = (publicUrl: string) => (overTls(publicUrl) ? STRICT : LOCAL);

export function sessionCookie(secret: string, placing: Placing, publicUrl: string): string {
  return cookie(secret, SESSION_MS / 1_000, placing, publicUrl);
}

/** Ends the cookie in the browser. */
export function endedCookie(placing: Placing, publicUrl: string): string {
  return cookie('', 0, placing, publicUrl);
}

/** Where the browser shows what it asks for. */
export function placingOf(request: HttpRequest): Placing {
  return request.header('sec-fetch-dest') === 'iframe' ? 'framed' : 'own-window';
}

/** Empty when there is none. */
export function secretIn(header: string, publicUrl: string): string {
  const name = `${nameOf(publicUrl)}=`;
  const found = header
    .split(';')
    .map((item) => item.trim())
    .find((item) => item.startsWith(name));
  return found?.slice(name.length) ?? '';
}

function cookie(value: string, seconds: number, placing: Placing, publicUrl: string): string {
  const sites = placing === 'framed' ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  const tls = placing !== 'framed' && overTls(publicUrl) ? 'Secure; ' : '';
  return `${nameOf(publicUrl)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; ${tls}${sites}`;
}
