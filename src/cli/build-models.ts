/** `npm run build`: checks the content and trains the models whose examples have changed. */

import { IMPACT_FIT, IMPACT_HIDDEN_FIT, impactExamples, readNarratives } from '../features/cases/index.js';
import type { FitOptions } from '../platform/learning/fit.js';
import type { HiddenOptions } from '../platform/learning/fit-hidden.js';
import { buildModel, buildWords } from '../platform/learning/model-file.js';
import type { Example } from '../platform/learning/prepare.js';
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
  const danger = dangerExamples(phrasings, others);
  const impact = impactExamples(narratives);
  const learnt: [name: string, examples: Example[], options?: FitOptions | HiddenOptions][] = [
    ['policy', sections],
    ['intents', intents, UNDERSTANDING_FIT],
    ['danger', danger, UNDERSTANDING_FIT],
    ...Object.entries(impact).map(([name, examples]): [string, Example[], FitOptions] => [
      name,
      examples,
      IMPACT_FIT,
    ]),
    ['impact-clause-hidden', impact['impact-clause'], IMPACT_HIDDEN_FIT],
  ];
  for (const [name, examples, options] of learnt) buildModel(name, examples, options);
  // Every text once: the intents are also examples of danger, and the narratives of several models.
  buildWords([...new Set(learnt.flatMap(([, examples]) => examples.map(({ text }) => text)))]);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
