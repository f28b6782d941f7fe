import type { Logger } from '../../../platform/log.js';
import { answering } from '../../../platform/pages/answering.js';
import { notePage } from '../../../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import type { Training } from '../domain/training.js';
import type { TrainingStore } from '../store/training-store.js';
import { type Language, textIn } from '../text/catalogue.js';

/** The shape of an id; anything else would not be a valid table key. */
const ID = /^[\w-]{1,64}$/;

type PageHandler = (request: HttpRequest, training: Training, language: Language) => Promise<HttpResponse>;

/** Finds the training of the path; shows an error page for an unknown id (404) or a failure (503). */
export function withTraining(
  { trainings, log }: { trainings: TrainingStore; log: Logger },
  handle: PageHandler,
): HttpRoute['handle'] {
  return answering(log, async (request, language) => {
    const id = request.params.id ?? '';
    const training = ID.test(id) ? await trainings.find(id) : undefined;
    if (training) return handle(request, training, language);
    const { notFoundTitle: title, notFound: body } = textIn(language).attend;
    return notePage(language, { title, body, tone: 'warning' }, 404);
  });
}
