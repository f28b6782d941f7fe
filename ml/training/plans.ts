/** Which model learns from what. */
import { Articles } from '../../src/platform/policy/articles.js';
import { readKnowledge } from '../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { ACTS_FIT, actExamples, plainTurns, readActs } from '../examples/acts.js';
import {
  ARTICLE_KINDS_FIT,
  ARTICLES_FIT,
  articleExamples,
  articleKindExamples,
  readArticleQuestions,
} from '../examples/articles.js';
import { readDanger } from '../examples/danger.js';
import {
  careExamples,
  clauseExamples,
  effortExamples,
  IMPACT_FIT,
  IMPACT_HIDDEN_FIT,
  marker,
  topicExamples,
  touchExamples,
} from '../examples/impact.js';
import { isOver, readNarratives, readOrdinary } from '../examples/narratives.js';
import { readPhrasings } from '../examples/phrasings.js';
import { searchExamples } from '../examples/sections.js';
import {
  dangerExamples,
  intentExamples,
  situationExamples,
  UNDERSTANDING_FIT,
} from '../examples/understanding.js';
import type { HiddenOptions } from '../learn/fit-hidden.js';
import type { FitOptions } from '../learn/fit-linear.js';
import type { Example } from '../learn/prepare.js';

export interface ModelPlan {
  name: string;
  examples: readonly Example[];
  /** Those of a hidden layer for a model that has one. */
  options?: FitOptions | HiddenOptions;
}

/** For the words by which misspelt ones are mended. */
export interface WordsPlan {
  name: 'words';
  texts: readonly string[];
}

export type Plan = ModelPlan | WordsPlan;

/**
 * Gives what takes the longest first, so that no core waits for it in the end. The narratives take seconds to be marked: what
 * learns from them comes when others are being trained.
 */
export function* plans(): Generator<Plan> {
  const policy = readPolicy();
  const knowledge = readKnowledge(policy);
  const phrasings = readPhrasings();
  const dangers = readDanger();
  const narratives = readNarratives();
  const acts = readActs();
  const { capabilities, ...smallTalk } = knowledge.smallTalk;
  const others = {
    policy: [...knowledge.sections.values()].flatMap((section) => section.phrasings),
    offPolicy: Object.values(knowledge.offPolicy).flat(),
    smallTalk: Object.values(smallTalk).flat(),
    help: capabilities,
    told: narratives.failures.filter(isOver).map(({ text }) => text),
    untold: narratives.none,
    turns: plainTurns(acts),
  };
  const sections = searchExamples(policy, knowledge);
  const intents = intentExamples(phrasings, dangers, others);
  const danger = dangerExamples(phrasings, dangers, others);
  yield { name: 'intents', examples: intents, options: UNDERSTANDING_FIT };
  yield { name: 'impact-touches', examples: touchExamples(narratives), options: IMPACT_FIT };
  yield { name: 'danger', examples: danger, options: UNDERSTANDING_FIT };
  yield { name: 'danger-situations', examples: situationExamples(dangers), options: UNDERSTANDING_FIT };
  const marked = marker();
  const clauses = clauseExamples(narratives, marked);
  yield { name: 'impact-clause-hidden', examples: clauses, options: IMPACT_HIDDEN_FIT };
  yield { name: 'impact-clause', examples: clauses, options: IMPACT_FIT };
  yield {
    name: 'impact-cares',
    examples: careExamples(narratives, readOrdinary(), marked),
    options: IMPACT_FIT,
  };
  yield { name: 'impact-efforts', examples: effortExamples(narratives), options: IMPACT_FIT };
  const topics = topicExamples(narratives);
  yield { name: 'impact-topic', examples: topics, options: IMPACT_FIT };
  yield { name: 'policy', examples: sections };
  const saidAnew = [
    ...Object.values(phrasings.intents).flat(),
    ...others.policy,
    ...others.offPolicy,
    ...others.untold,
  ];
  yield { name: 'acts', examples: actExamples(acts, saidAnew), options: ACTS_FIT };
  const articles = Articles.read(policy).all;
  const questions = readArticleQuestions(articles);
  yield { name: 'articles', examples: articleExamples(articles, questions), options: ARTICLES_FIT };
  yield {
    name: 'article-kinds',
    examples: articleKindExamples(questions, { ...others, intents: phrasings.intents }),
    options: ARTICLE_KINDS_FIT,
  };
  // Every text once: the intents are also examples of danger, and the narratives of several models. Of words that are as frequent,
  // the first one wins: the order is not that of the plans.
  const taught = [sections, intents, danger, clauses, topics].flat();
  yield { name: 'words', texts: [...new Set(taught.map(({ text }) => text))] };
}
