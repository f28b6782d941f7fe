/** `npm run build`: if anything has changed, checks the content and trains the models whose examples have changed. */

import {
  IMPACT_FIT,
  IMPACT_HIDDEN_FIT,
  impactExamples,
  isOver,
  readNarratives,
} from '../features/cases/index.js';
import { buildWords, type ModelPlan } from '../platform/learning/model-file.js';
import { readKnowledge } from '../platform/policy/knowledge.js';
import { readPolicy } from '../platform/policy/policy.js';
import { ContentError } from '../platform/text/yaml-file.js';
import { dangerExamples, intentExamples, UNDERSTANDING_FIT } from '../platform/understanding/examples.js';
import { readPhrasings } from '../platform/understanding/phrasings.js';
import { searchExamples } from '../platform/understanding/search-examples.js';
import { trainAll } from './training.js';
import { digestOfSources, isUpToDate, noteBegun, noteDone } from './up-to-date.js';

try {
  const sources = digestOfSources();
  if (!isUpToDate(sources)) {
    noteBegun();
    await buildAll();
    noteDone(sources);
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}

async function buildAll(): Promise<void> {
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
    told: narratives.failures.filter(isOver).map(({ text }) => text),
    untold: narratives.none,
  };
  const intents = intentExamples(phrasings, others);
  const danger = dangerExamples(phrasings, others);
  const impact = impactExamples(narratives);
  const {
    'impact-clause': clauses,
    'impact-touches': touches,
    'impact-efforts': efforts,
    'impact-topic': topics,
  } = impact;
  const plans: ModelPlan[] = [
    { name: 'intents', examples: intents, options: UNDERSTANDING_FIT },
    { name: 'impact-touches', examples: touches, options: IMPACT_FIT },
    { name: 'impact-clause', examples: clauses, options: IMPACT_FIT },
    { name: 'impact-clause-hidden', examples: clauses, options: IMPACT_HIDDEN_FIT },
    { name: 'impact-efforts', examples: efforts, options: IMPACT_FIT },
    { name: 'policy', examples: sections },
    { name: 'impact-topic', examples: topics, options: IMPACT_FIT },
    { name: 'danger', examples: danger, options: UNDERSTANDING_FIT },
  ];
  await trainAll(plans);
  // Every text once: the intents are also examples of danger, and the narratives of several models. Of words that are as frequent,
  // the first one wins: the order is not that of the plans.
  const taught = [sections, intents, danger, clauses, topics, efforts, touches].flat();
  buildWords([...new Set(taught.map(({ text }) => text))]);
}
