import { AppError } from '../../../platform/errors.js';
import { textIn } from '../text/catalogue.js';

/** For a training that does not exist, and for one that the person may not know about. */
export const trainingNotFound = (): AppError =>
  new AppError('not-found', { sentence: (language) => textIn(language).trainings.notFound });
