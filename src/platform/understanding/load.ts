import { loadModel } from '../learning/model-file.js';
import { createUnderstand, type Understand } from './understand.js';

/** @throws Error when the build has not made the models. */
export function loadUnderstand(): Understand {
  return createUnderstand({
    intents: loadModel('intents'),
    danger: loadModel('danger'),
    sections: loadModel('policy'),
  });
}
