import { codeOf } from '../errors.js';
import type { Logger } from '../log.js';
import { type Language, textIn } from '../text/catalogue.js';
import { languageFor, notePage } from './layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from './route.js';

/** Answers in the language of the browser; shows an error page for a failure (503). */
export function answering(
  log: Logger,
  handle: (request: HttpRequest, language: Language) => Promise<HttpResponse>,
): HttpRoute['handle'] {
  return async (request) => {
    const language = languageFor(request.header('accept-language'));
    try {
      return await handle(request, language);
    } catch (error) {
      const code = codeOf(error);
      log.error({ err: error, code }, 'page failed');
      const { errors, pages } = textIn(language);
      return notePage(language, { title: pages.failedTitle, body: errors[code], tone: 'warning' }, 503);
    }
  };
}
