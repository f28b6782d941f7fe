import type { Feature, FeatureContext } from '../../feature.js';
import { loadModel } from '../../platform/learning/model-file.js';
import { readKnowledge } from '../../platform/policy/knowledge.js';
import { commands } from '../../platform/text/commands.js';
import type { Handler } from '../../turn.js';
import { AnswerCards } from './cards/answer-card.js';
import { type AnswerHelpers, AnswersHandler } from './handlers/answers-handler.js';
import { FollowingHandler } from './handlers/following-handler.js';
import { QuestionsHandler } from './handlers/questions-handler.js';
import { LastSaidMemory } from './service/last-said.js';
import { localRanking, ModelRanking } from './service/ranking.js';
import { Search } from './service/search.js';
import { UnansweredQuestions } from './service/unanswered.js';
import { FeedbackStore } from './store/feedback-store.js';
import { LastAnswers } from './store/last-answers.js';
import { OpenQuestions } from './store/open-questions.js';

export { searchExamples } from './service/examples.js';
export { groupByLikeness } from './service/grouping.js';
export { type Found, Search } from './service/search.js';
export { OpenQuestions } from './store/open-questions.js';

export interface Answers extends Feature {
  /** Handles messages that no other route takes. */
  ask: Handler;
}

export function createAnswers(context: FeatureContext, helpers: AnswerHelpers): Answers {
  const { settings, tables, background, log, renderer, policy, hosted } = context;
  const model = loadModel('policy');
  const search = new Search(model);
  const knowledge = readKnowledge(policy);
  const openQuestions = new OpenQuestions(tables);
  const lastAnswers = new LastAnswers(tables);
  const memory = new LastSaidMemory(lastAnswers, background, log);
  const cards = new AnswerCards({ policy, knowledge, renderer, links: settings.links });
  const answers = new AnswersHandler({
    ...helpers,
    policy,
    ranking: hosted ? new ModelRanking(search, policy, hosted, log) : localRanking(search),
    cards,
    following: new FollowingHandler({ policy, knowledge, cards, memory }),
    memory,
    unanswered: new UnansweredQuestions(openQuestions, log),
    feedback: new FeedbackStore(tables),
    renderer,
  });
  const questions = new QuestionsHandler({
    policy,
    openQuestions,
    renderer,
    vectorOf: (text) => model.vector(text),
  });
  return {
    verbs: answers.routes(),
    texts: [
      {
        name: 'questions',
        scope: 'personal',
        select: commands.questions,
        handle: (turn) => questions.show(turn),
      },
    ],
    ask: (turn) => answers.ask(turn),
    personalData: [lastAnswers],
  };
}
