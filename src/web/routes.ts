import type { HttpRoute } from '../platform/pages/route.js';
import { styleRoute } from '../platform/pages/style-route.js';

/** The routes of every mode: the messaging endpoint, two health checks and the style of every page. */
export function baseRoutes(parts: {
  receive: (authorization: string, body: unknown) => Promise<{ status: number; body?: unknown }>;
  /** What keeps the process from working; empty when it is ready. */
  problems: () => Promise<string[]>;
}): HttpRoute[] {
  return [
    {
      method: 'post',
      path: '/api/messages',
      handle: async (request) => {
        const { status, body } = await parts.receive(request.header('authorization'), request.body);
        return { status, json: body };
      },
    },
    { method: 'get', path: '/healthz', handle: async () => ({ status: 200, json: { status: 'alive' } }) },
    {
      method: 'get',
      path: '/readyz',
      handle: async () => {
        const problems = await parts.problems();
        return problems.length === 0
          ? { status: 200, json: { status: 'ready' } }
          : { status: 503, json: { status: 'not ready', problems } };
      },
    },
    styleRoute(),
  ];
}
