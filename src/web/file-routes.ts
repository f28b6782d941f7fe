import type { HttpRoute } from '../platform/pages/route.js';
import { type AddressLimits, limited } from './limits.js';

/** Nobody opens more by hand; whoever guesses at links gets nowhere. */
export const FILE_ALLOWANCE = { burst: 30, everyMs: 2_000 };

/** Files behind links that live for minutes. They are saved, never shown as part of this site. */
export function fileRoutes(
  limits: AddressLimits,
  open: (
    ticket: string,
    kind: 'xlsx' | 'csv',
  ) => Promise<{ name: string; type: string; content: Buffer } | undefined>,
): HttpRoute[] {
  return [
    limited(
      {
        method: 'get',
        path: '/files/:ticket',
        handle: async ({ params, query }) => {
          const file = await open(params.ticket ?? '', query.get('as') === 'csv' ? 'csv' : 'xlsx');
          if (!file) {
            return {
              status: 404,
              content: 'Este enlace ya no sirve. Vuelve a pedirlo en Teams, en la tarjeta donde estaba.\n',
              type: 'text/plain; charset=utf-8',
            };
          }
          return {
            status: 200,
            content: file.content,
            type: file.type,
            headers: {
              'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
              'Content-Security-Policy': "default-src 'none'; sandbox",
            },
          };
        },
      },
      limits,
    ),
  ];
}
