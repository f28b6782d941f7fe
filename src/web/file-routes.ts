import type { OpenedFile } from '../platform/delivery/tickets.js';
import { codeOf } from '../platform/errors.js';
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
          const language = languageFor(header('accept-language'));
          const { pages, errors } = textIn(language);
          const kind = query.get('as') === 'csv' ? 'csv' : 'xlsx';
          const file = await open(params.ticket ?? '', kind).catch(notCleaned);
          if (!file) {
            const { fileGoneTitle: title, fileGone: body } = pages;
            return notePage(language, { title, body, tone: 'warning' }, 404);
          }
          if (file === 'not-cleaned') {
            const { fileNotCleanedTitle: title } = pages;
            return notePage(language, { title, body: errors[file], tone: 'warning' }, 422);
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

/** The one refusal that people are told of. */
function notCleaned(error: unknown): 'not-cleaned' {
  const code = codeOf(error);
  if (code === 'not-cleaned') return code;
  throw error;
}
