import { loadModel } from '../learning/model-file.js';
import { createUnderstand, type Understand } from './understand.js';

/** @throws Error when a model is missing. */
export function loadUnderstand(): Understand {
  return createUnderstand({
    intents: loadModel('intents'),
    danger: loadModel('danger'),
    sections: loadModel('policy'),
  });
}
