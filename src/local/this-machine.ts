import type { HttpRequest, HttpRoute } from '../platform/pages/route.js';

const NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * A route for the browser of this machine alone. Local mode asks nobody who they are, and a page from elsewhere, open in that
 * browser, could reach it: by a name of its own that leads here (DNS rebinding; 421), or by sending to it (403).
 * @param address of this server, `http://127.0.0.1:3978`.
 */
export function ofThisMachine(route: HttpRoute, address: () => string): HttpRoute {
  return {
    ...route,
    handle: async (request) => {
      const { host } = new URL(address());
      const hosts = NAMES.map((name) => host.replace('127.0.0.1', name));
      if (!hosts.includes(request.header('host').toLowerCase())) return { status: 421 };
      if (route.method !== 'get' && isFromElsewhere(request, hosts)) return { status: 403 };
      return route.handle(request);
    },
  };
}

/** A program that is no browser names no origin. Forms of our pages are of the origin `null`, because they send no referrer. */
function isFromElsewhere(request: HttpRequest, hosts: readonly string[]): boolean {
  const origin = request.header('origin').toLowerCase();
  if (origin === 'null') return request.header('sec-fetch-site') !== 'same-origin';
  return origin !== '' && !hosts.some((host) => origin === `http://${host}`);
}
