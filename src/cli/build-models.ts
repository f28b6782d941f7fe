/** `npm run build`: checks the content and trains the models whose examples have changed. */

import { searchExamples } from '../features/answers/index.js';
import { IMPACT_FIT, impactExamples, readNarratives, tellingExamples } from '../features/cases/index.js';
import { train } from '../platform/learning/fit.js';
import { buildModel } from '../platform/learning/model-file.js';
import { questionsIn, readKnowledge } from '../platform/policy/knowledge.js';
import { readPolicy } from '../platform/policy/policy.js';
import { ContentError } from '../platform/text/yaml-file.js';

try {
  const policy = readPolicy();
  const knowledge = readKnowledge(policy);
  const examples = searchExamples(policy, knowledge);
  buildModel('policy', examples, () => train(examples));
  const narratives = readNarratives();
  const telling = tellingExamples(narratives, questionsIn(knowledge));
  buildModel('telling', telling, () => train(telling));
  for (const [name, learnt] of Object.entries(impactExamples(narratives))) {
    buildModel(name, learnt, () => train(learnt, IMPACT_FIT));
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
