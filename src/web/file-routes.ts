import type { OpenedFile } from '../platform/delivery/tickets.js';
import { languageFor, notePage } from '../platform/pages/layout.js';
import type { HttpRoute } from '../platform/pages/route.js';
import type { SheetKind } from '../platform/sheets/sheet.js';
import { textIn } from '../platform/text/catalogue.js';
import { type AddressLimits, limited } from './limits.js';

/** More than a person opens by hand; too few for a program that guesses links. */
export const FILE_ALLOWANCE = { burst: 30, everyMs: 2_000 };

/** Serves files behind short-lived links as downloads, never as a page of this site. */
export function fileRoutes(
  limits: AddressLimits,
  open: (ticket: string, kind: SheetKind) => Promise<OpenedFile | undefined>,
): HttpRoute[] {
  return [
    limited(
      {
        method: 'get',
        path: '/files/:ticket',
        handle: async ({ params, query, header }) => {
          const file = await open(params.ticket ?? '', query.get('as') === 'csv' ? 'csv' : 'xlsx');
          if (!file) {
            const language = languageFor(header('accept-language'));
            const { fileGoneTitle: title, fileGone: body } = textIn(language).pages;
            return notePage(language, { title, body, tone: 'warning' }, 404);
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
