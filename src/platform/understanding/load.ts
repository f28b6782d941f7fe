import { loadModel } from '../learning/model-file.js';
import type { Command } from './commands.js';
import { createUnderstand, type Understand } from './understand.js';

/**
 * @param commands what is called by exact words.
 * @throws Error when a model is missing.
 */
export function loadUnderstand(commands: readonly Command[]): Understand {
  const models = {
    intents: loadModel('intents'),
    danger: loadModel('danger'),
    sections: loadModel('policy'),
  };
  return createUnderstand(models, commands);
}
