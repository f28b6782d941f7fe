/** `npm run build`: checks the content and trains the models whose examples have changed. */

import { IMPACT_FIT, impactExamples, readNarratives } from '../features/cases/index.js';
import { train } from '../platform/learning/fit.js';
import { buildModel } from '../platform/learning/model-file.js';
import { readKnowledge } from '../platform/policy/knowledge.js';
import { readPolicy } from '../platform/policy/policy.js';
import { ContentError } from '../platform/text/yaml-file.js';
import { dangerExamples, intentExamples, UNDERSTANDING_FIT } from '../platform/understanding/examples.js';
import { readPhrasings } from '../platform/understanding/phrasings.js';
import { searchExamples } from '../platform/understanding/search-examples.js';

try {
  const policy = readPolicy();
  const knowledge = readKnowledge(policy);
  const phrasings = readPhrasings();
  const narratives = readNarratives();
  const sections = searchExamples(policy, knowledge);
  buildModel('policy', sections, () => train(sections));
  const { capabilities, ...smallTalk } = knowledge.smallTalk;
  const others = {
    policy: [...knowledge.sections.values()].flatMap((section) => section.phrasings),
    offPolicy: Object.values(knowledge.offPolicy).flat(),
    smallTalk: Object.values(smallTalk).flat(),
    help: capabilities,
    told: narratives.failures.map(({ text }) => text),
    untold: narratives.none,
  };
  const intents = intentExamples(phrasings, others);
  buildModel('intents', intents, () => train(intents, UNDERSTANDING_FIT));
  const danger = dangerExamples(phrasings, others);
  buildModel('danger', danger, () => train(danger, UNDERSTANDING_FIT));
  for (const [name, learnt] of Object.entries(impactExamples(narratives))) {
    buildModel(name, learnt, () => train(learnt, IMPACT_FIT));
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
