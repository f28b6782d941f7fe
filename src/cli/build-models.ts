/** `npm run build`: checks the content and trains the models on it, where it has changed. */
import { readNarratives } from '../cases/impact/narratives.js';
import { tellingExamples } from '../cases/impact/telling.js';
import { IMPACT_TRAINING, impactExamples } from '../cases/impact/training.js';
import { buildModel } from '../learning/model-file.js';
import { train } from '../learning/train.js';
import { readPolicy } from '../policy/content.js';
import { questionsIn, readKnowledge } from '../policy/knowledge.js';
import { searchExamples } from '../policy/training.js';
import { ContentError } from '../text/yaml-file.js';

try {
  const policy = readPolicy();
  const knowledge = readKnowledge(policy);
  const examples = searchExamples(policy, knowledge);
  buildModel('policy', examples, () => train(examples));
  const narratives = readNarratives();
  const telling = tellingExamples(narratives, questionsIn(knowledge));
  buildModel('telling', telling, () => train(telling));
  for (const [name, learnt] of Object.entries(impactExamples(narratives))) {
    buildModel(name, learnt, () => train(learnt, IMPACT_TRAINING));
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
