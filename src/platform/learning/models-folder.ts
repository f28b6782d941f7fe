import { ROOT } from '../root.js';

/** What `npm run train` makes: the models, and the words with which texts are taken apart. */
export const MODELS = `${ROOT}models/`;
/** Known words, the most frequent first, one a line. */
export const WORDS = 'words.txt';
/** The name of a model's file. */
export const fileOf = (model: string): string => `${model}.model`;
