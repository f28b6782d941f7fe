import { AppError } from '../../../platform/errors.js';

/** The answer where a training is not there, and also where the person may not know that it is. */
export const trainingNotFound = (): AppError =>
  new AppError('not-found', { sentence: (text) => text.trainings.notFound });
