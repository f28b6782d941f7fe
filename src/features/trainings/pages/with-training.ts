import { codeOf } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import { languageFor, notePage } from '../../../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';

/** A longer id is none of ours, and no key of a table. */
const ID = /^[\w-]{1,64}$/;

type PageHandler = (request: HttpRequest, training: Training, language: Language) => Promise<HttpResponse>;

/** Finds the training of the path, and says on a page what fails. */
export function withTraining(
  { trainings, log }: { trainings: TrainingStore; log: Logger },
  handle: PageHandler,
): HttpRoute['handle'] {
  return async (request) => {
    const language = languageFor(request.header('accept-language'));
    const text = textIn(language);
    try {
      const id = request.params.id ?? '';
      const training = ID.test(id) ? await trainings.find(id) : undefined;
      if (training) return await handle(request, training, language);
      const { notFoundTitle: title, notFound: body } = text.pages.attend;
      return notePage(language, { title, body, tone: 'warning' }, 404);
    } catch (error) {
      const code = codeOf(error);
      log.error({ err: error, code }, 'page of a training failed');
      const { title } = text.pages.attend;
      return notePage(language, { title, body: text.errors[code], tone: 'warning' }, 503);
    }
  };
}
