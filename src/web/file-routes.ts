import type { OpenedFile } from '../platform/delivery/tickets.js';
import { codeOf } from '../platform/errors.js';
import { languageFor, notePage } from '../platform/pages/layout.js';
import type { HttpRoute } from '../platform/pages/route.js';
import type { SheetKind } from '../platform/sheets/sheet.js';
import { textIn } from '../platform/text/catalogue.js';
import { type AddressLimits, limited } from './limits.js';

/** More than a person opens by hand; too few for a program that guesses links. */
export const FILE_ALLOWANCE = { burst: 30, everyMs: 2_000 };

/** The refusals that people are told of. */
const REFUSALS = {
  'not-cleaned': { status: 422, headers: {} },
  unreadable: { status: 422, headers: {} },
  busy: { status: 503, headers: { 'Retry-After': '10' } },
};

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
          const language = languageFor(header('accept-language'));
          const { pages, errors } = textIn(language);
          const kind = query.get('as') === 'csv' ? 'csv' : 'xlsx';
          const file = await open(params.ticket ?? '', kind).catch(refusalIn);
          if (!file) {
            const { fileGoneTitle: title, fileGone: body } = pages;
            return notePage(language, { title, body, tone: 'warning' }, 404);
          }
          if (typeof file === 'string') {
            const { fileNotCleanedTitle, fileBusyTitle } = pages;
            const title = file === 'busy' ? fileBusyTitle : fileNotCleanedTitle;
            const { status, headers } = REFUSALS[file];
            return notePage(language, { title, body: errors[file], tone: 'warning' }, status, headers);
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

function refusalIn(error: unknown): keyof typeof REFUSALS {
  const code = codeOf(error);
  if (code in REFUSALS) return code as keyof typeof REFUSALS;
  throw error;
}
