/** `npm run build`: checks the content and trains the models on it, where it has changed. */
import { buildModel } from '../learning/model-file.js';
import { train } from '../learning/train.js';
import { readPolicy } from '../policy/content.js';
import { readKnowledge } from '../policy/knowledge.js';
import { searchExamples } from '../policy/training.js';
import { ContentError } from '../policy/yaml-file.js';

try {
  const policy = readPolicy();
  const examples = searchExamples(policy, readKnowledge(policy));
  buildModel('policy', examples, () => train(examples));
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
